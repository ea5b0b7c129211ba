package renda.local.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The texts below a folder, in batches small enough to see progress and to be sent again
 * cheaply.
 */
final class TextFiles {

	private static final int BATCH_FILES = 50;

	private static final long BATCH_BYTES = 4L << 20;

	private TextFiles() {
	}

	/**
	 * The Markdown, text and zip files below the folder, in the order of their names.
	 */
	static List<Path> below(Path folder) throws IOException {
		try (Stream<Path> walk = Files.walk(folder)) {
			return walk.filter(Files::isRegularFile).filter(TextFiles::isText).sorted().toList();
		}
	}

	static boolean isZip(Path file) {
		return name(file).endsWith(".zip");
	}

	/**
	 * Cuts the files into batches; a zip is a batch of its own.
	 */
	static List<List<Path>> batches(List<Path> files) throws IOException {
		List<List<Path>> batches = new ArrayList<>();
		List<Path> batch = new ArrayList<>();
		long bytes = 0;
		for (Path file : files) {
			long size = Files.size(file);
			boolean full = batch.size() >= BATCH_FILES || bytes + size > BATCH_BYTES;
			if (!batch.isEmpty() && (full || isZip(file) || isZip(batch.getLast()))) {
				batches.add(batch);
				batch = new ArrayList<>();
				bytes = 0;
			}
			batch.add(file);
			bytes += size;
		}
		if (!batch.isEmpty()) {
			batches.add(batch);
		}
		return batches;
	}

	/**
	 * The batch as one zip, its entries named by their path below the folder. The same
	 * files give the same bytes.
	 */
	static byte[] zip(Path folder, List<Path> batch) throws IOException {
		if (batch.size() == 1 && isZip(batch.getFirst())) {
			return Files.readAllBytes(batch.getFirst());
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Path file : batch) {
				ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
				entry.setTime(0);
				zip.putNextEntry(entry);
				Files.copy(file, zip);
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static boolean isText(Path file) {
		String name = name(file);
		return Stream.of(".md", ".markdown", ".txt", ".zip").anyMatch(name::endsWith);
	}

	private static String name(Path file) {
		return file.toString().toLowerCase(Locale.ROOT);
	}

}
