package renda.platform.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import renda.platform.security.Sha256;

/**
 * Signs requests to an S3 API: AWS Signature Version 4, with all of the request in
 * headers.
 */
final class S3Signature {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final String region;

	private final String accessKey;

	private final String secretKey;

	S3Signature(String region, String accessKey, String secretKey) {
		this.region = region;
		this.accessKey = accessKey;
		this.secretKey = secretKey;
	}

	/**
	 * The headers of a request, {@code Authorization} included.
	 * @param payload the hash of the body, in hexadecimal
	 * @param more further headers to send, names in lower case
	 */
	Map<String, String> headers(String method, URI address, String payload, Instant time, Map<String, String> more) {
		String stamp = TIME.format(time);
		SortedMap<String, String> headers = new TreeMap<>(more);
		headers.put("host", (address.getPort() < 0) ? address.getHost() : address.getHost() + ":" + address.getPort());
		headers.put("x-amz-content-sha256", payload);
		headers.put("x-amz-date", stamp);
		String names = String.join(";", headers.keySet());
		String canonical = method + "\n" + address.getRawPath() + "\n\n"
				+ headers.entrySet()
					.stream()
					.map((header) -> header.getKey() + ":" + header.getValue() + "\n")
					.collect(Collectors.joining())
				+ "\n" + names + "\n" + payload;
		String scope = stamp.substring(0, 8) + "/" + this.region + "/s3/aws4_request";
		String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + Sha256.hex(canonical);
		byte[] key = ("AWS4" + this.secretKey).getBytes(StandardCharsets.UTF_8);
		for (String part : scope.split("/")) {
			key = hmac(key, part);
		}
		headers.put("authorization", "AWS4-HMAC-SHA256 Credential=" + this.accessKey + "/" + scope + ",SignedHeaders="
				+ names + ",Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
		return headers;
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
