package renda.platform.file;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where attachments are kept, and which are taken.
 *
 * @param store {@code folder} or {@code s3}
 * @param folder the folder, made when first needed; all copies of a service share it
 * @param maxBytes the longest file
 * @param allowed the media types taken, as sniffed from the content
 * @param s3 where the objects are; needed for {@code s3}
 */
@ConfigurationProperties("renda.files")
record FileSettings(@DefaultValue("folder") String store, @DefaultValue("data/files") String folder,
		@DefaultValue("64MB") DataSize maxBytes, @DefaultValue( {
				"application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
				"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				"application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/zip",
				"text/plain", "text/csv", "text/x-web-markdown", "image/png", "image/jpeg", "image/gif", "image/webp",
				"image/tiff", "audio/mpeg", "video/mp4" }) List<String> allowed,
		@Nullable S3 s3){

	/**
	 * An S3 API.
	 *
	 * @param endpoint the address, such as {@code https://s3.example.org}
	 * @param region the region to sign for
	 * @param bucket the bucket, which must exist
	 * @param accessKey the key's id
	 * @param secretKey the key
	 */
	record S3(String endpoint, @DefaultValue("us-east-1") String region, String bucket, String accessKey,
			String secretKey) {

		@Override
		public String toString() {
			return "S3[" + this.endpoint + ", " + this.bucket + "]";
		}

	}

}
