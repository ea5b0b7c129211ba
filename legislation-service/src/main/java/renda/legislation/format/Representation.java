package renda.legislation.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MimeTypeUtils;

/**
 * The form in which a caller wants a text.
 */
public final class Representation {

	private final Optional<TextFormat> format;

	private Representation(Optional<TextFormat> format) {
		this.format = format;
	}

	/** The form; empty for JSON. */
	public Optional<TextFormat> format() {
		return this.format;
	}

	/**
	 * The form named by {@code format}, else the best one that {@code Accept} allows;
	 * JSON where the caller does not mind.
	 * @param name json, html, md, txt, docx or xml
	 */
	public static Representation of(@Nullable String name, ServerHttpRequest request, List<TextFormat> offered) {
		if (name != null && !name.isBlank()) {
			return named(name, offered);
		}
		for (MediaType accepted : accepted(request)) {
			if (accepted.includes(MediaType.APPLICATION_JSON)) {
				return new Representation(Optional.empty());
			}
			for (TextFormat format : offered) {
				if (accepted.includes(plain(format))) {
					return new Representation(Optional.of(format));
				}
			}
		}
		throw Refusal.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
				Text.of("可取的格式：application/json 与 %s。", "Acceptable: application/json and %s.",
						String.join(", ", offered.stream().map((format) -> plain(format).toString()).toList())));
	}

	private static Representation named(String name, List<TextFormat> offered) {
		if (name.equals("json")) {
			return new Representation(Optional.empty());
		}
		String known = "json, " + String.join(", ", offered.stream().map(TextFormat::extension).toList());
		return new Representation(Optional.of(offered.stream()
			.filter((format) -> format.extension().equals(name))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("format", Text.of("format 可取：%s。", "format is one of: %s.", known)))));
	}

	private static List<MediaType> accepted(ServerHttpRequest request) {
		try {
			List<MediaType> accepted = new ArrayList<>(request.getHeaders().getAccept());
			MimeTypeUtils.sortBySpecificity(accepted);
			accepted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
			return accepted.isEmpty() ? List.of(MediaType.ALL) : accepted;
		}
		catch (InvalidMediaTypeException ex) {
			throw Refusal.invalid("Accept", Text.of("Accept 无法读取。", "The Accept header cannot be read."));
		}
	}

	private static MediaType plain(TextFormat format) {
		MediaType type = MediaType.parseMediaType(format.mediaType());
		return new MediaType(type.getType(), type.getSubtype());
	}

	/** The media type with charset. */
	public MediaType mediaType() {
		return this.format.map((format) -> MediaType.parseMediaType(format.mediaType()))
			.orElse(MediaType.APPLICATION_JSON);
	}

	/** The ending of a file name. */
	public String extension() {
		return this.format.map(TextFormat::extension).orElse("json");
	}

	/**
	 * Answers with a text in this form.
	 * @param response begun with what the caller knows of caching
	 * @param name what a downloaded file is called, without its ending
	 */
	public ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder response, byte[] body, String name) {
		response.contentType(mediaType())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
			.header("X-Content-Type-Options", "nosniff");
		if (this.format.filter((it) -> it == TextFormat.HTML).isPresent()) {
			response.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
		}
		if (this.format.filter((it) -> it == TextFormat.DOCX).isPresent()) {
			response.header(HttpHeaders.CONTENT_DISPOSITION, download(name, extension()));
		}
		return response.body(body);
	}

	/**
	 * The header that lets a browser keep a body as a file.
	 */
	public static String download(String name, String extension) {
		return ContentDisposition.attachment()
			.filename(name + "." + extension, StandardCharsets.UTF_8)
			.build()
			.toString();
	}

}
