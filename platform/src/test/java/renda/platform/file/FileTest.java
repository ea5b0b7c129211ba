package renda.platform.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renda.platform.app.SmallApplication;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest(SmallApplication.class)
class FileTest {

	private static final byte[] PDF = "%PDF-1.7\n0123456789".getBytes(StandardCharsets.US_ASCII);

	@TempDir
	static Path folder;

	@Autowired
	private WebTestClient client;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("renda.files.folder", () -> folder.toString());
		registry.add("renda.files.max-bytes", () -> "1MB");
	}

	@Test
	void givesBackWhatWasUploadedAsADownload() {
		String location = upload("name=报告.pdf&visibility=public", PDF);
		this.client.get()
			.uri(location + "/content")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/pdf")
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.value("Content-Disposition", (value) -> assertThat(value).startsWith("attachment; "))
			.expectHeader()
			.value("Content-Security-Policy", (value) -> assertThat(value).contains("sandbox"))
			.expectBody()
			.returnResult();
		this.client.get()
			.uri(location)
			.exchange()
			.expectBody()
			.jsonPath("$.name")
			.isEqualTo("报告.pdf")
			.jsonPath("$.size")
			.isEqualTo(PDF.length)
			.jsonPath("$.uploader")
			.doesNotExist();
	}

	@Test
	void givesOneRange() {
		String location = upload("name=r.pdf&visibility=public", PDF) + "/content";
		this.client.get()
			.uri(location)
			.header("Range", "bytes=9-11")
			.exchange()
			.expectStatus()
			.isEqualTo(206)
			.expectHeader()
			.valueEquals("Content-Range", "bytes 9-11/19")
			.expectBody(String.class)
			.isEqualTo("012");
		this.client.get().uri(location).header("Range", "bytes=50-").exchange().expectStatus().isEqualTo(416);
		this.client.get().uri(location).header("Range", "lines=1").exchange().expectStatus().isOk();
	}

	@Test
	void keepsEqualContentOnce() throws Exception {
		byte[] text = "the same".getBytes(StandardCharsets.UTF_8);
		assertThat(upload("name=a.txt", text)).isNotEqualTo(upload("name=b.txt", text));
		try (var files = Files.walk(folder)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".part"))).isEmpty();
		}
		try (var files = Files.walk(folder)) {
			assertThat(files.filter(Files::isRegularFile).filter((file) -> read(file).equals("the same"))).hasSize(1);
		}
	}

	@Test
	void looksAtTheContentAndNotAtTheName() {
		post("name=innocent.pdf", "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8)).expectStatus()
			.isEqualTo(415);
		post("name=a.pdf", new byte[] { 'M', 'Z', 0, 0, 0, 0 }).expectStatus().isEqualTo(415);
		post("name=a.pdf", new byte[0]).expectStatus().isBadRequest();
		post("name=a.txt", new byte[1_100_000]).expectStatus().isEqualTo(413);
	}

	@Test
	void takesNamesForNamesOnly() throws Exception {
		String location = upload("name=../../etc/passwd.txt&visibility=public", "x y".getBytes(StandardCharsets.UTF_8));
		this.client.get().uri(location).exchange().expectBody().jsonPath("$.name").isEqualTo("passwd.txt");
		try (var files = Files.walk(folder)) {
			assertThat(files.filter(Files::isRegularFile))
				.allMatch((file) -> file.getFileName().toString().length() == 64);
		}
		post("name=..", PDF).expectStatus().isBadRequest();
		post("name=a%00.pdf", PDF).expectStatus().isBadRequest();
		post("name=a%0d%0aX: y.pdf", PDF).expectStatus().isBadRequest();
	}

	@Test
	void showsARestrictedFileToItsUploaderAndRolesOnly() {
		String location = upload("name=s.pdf&roles=chair", PDF);
		status(location + "/content", (headers) -> {
		}, 404);
		status(location + "/content", as(Role.DEPUTY), 404);
		status(location, as(Role.DEPUTY), 404);
		status(location + "/content", as(Role.CHAIR), 200);
		status(location + "/content", as(Role.GENERAL_OFFICE), 200);
		post("name=s.pdf&roles=king", PDF).expectStatus().isBadRequest();
	}

	@Test
	void takesForms() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", new ByteArrayResource(PDF)).filename("f.pdf");
		this.client.post()
			.uri("/api/v1/small/files?visibility=public")
			.headers(as(Role.GENERAL_OFFICE))
			.bodyValue(form.build())
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.mediaType")
			.isEqualTo("application/pdf");
	}

	/**
	 * The example of a GET in the documentation of Signature Version 4.
	 */
	@Test
	void signsRequestsToS3() {
		S3Signature signature = new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE",
				"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
		Map<String, String> headers = signature.headers("GET",
				URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
				"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
				Instant.parse("2013-05-24T00:00:00Z"), Map.of("range", "bytes=0-9"));
		assertThat(headers.get("authorization"))
			.endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
	}

	private String upload(String query, byte[] body) {
		return post(query, body).expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getLocation()
			.toString();
	}

	private WebTestClient.ResponseSpec post(String query, byte[] body) {
		return this.client.post()
			.uri((builder) -> URI.create(builder.path("/api/v1/small/files").build() + "?"
					+ query.replace(" ", "%20").replace("报告", "%E6%8A%A5%E5%91%8A")))
			.headers(as(Role.GENERAL_OFFICE))
			.header("Content-Type", "application/octet-stream")
			.bodyValue(body)
			.exchange();
	}

	private void status(String path, Consumer<HttpHeaders> headers, int status) {
		this.client.get().uri(path).headers(headers).exchange().expectStatus().isEqualTo(status);
	}

	private static Consumer<HttpHeaders> as(Role role) {
		return (headers) -> headers.setBearerAuth(Tokens.of(role).value());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
