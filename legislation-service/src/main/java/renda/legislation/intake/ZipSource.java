package renda.legislation.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import renda.legislation.source.Readings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;

/**
 * The texts of an archive. Names are only labels: nothing is ever written where they
 * point.
 */
final class ZipSource implements Source {

	/** The most files an archive may have. */
	static final int MOST_FILES = 20_000;

	/** The most bytes that all files of an archive may unpack to. */
	static final long MOST_BYTES = 1L << 30;

	private static final int LONGEST_NAME = 500;

	/** Text shrinks to a fifth, repeated text to a fiftieth; bombs to a thousandth. */
	private static final int HIGHEST_RATIO = 200;

	private static final int RATIO_FROM = 1 << 20;

	private final ZipFile zip;

	private final List<ZipEntry> entries;

	private long unpacked;

	private ZipSource(ZipFile zip, List<ZipEntry> entries) {
		this.zip = zip;
		this.entries = entries;
	}

	/**
	 * Opens an archive whose names are in UTF-8 or GBK.
	 * @throws Refusal 400 where it is none, or is damaged; 413 where it has too many
	 * files
	 */
	static ZipSource open(Path file) {
		ZipFile zip = zip(file);
		try {
			List<ZipEntry> entries = new ArrayList<>();
			Enumeration<? extends ZipEntry> all = zip.entries();
			while (all.hasMoreElements()) {
				ZipEntry entry = all.nextElement();
				if (!entry.isDirectory() && !hidden(entry.getName())) {
					entries.add(entry);
				}
				if (entries.size() > MOST_FILES) {
					zip.close();
					throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "too-many-files", Text.of("压缩包中的文件超过 %d 个，请拆分。",
							"The archive has more than %d files; split it.", MOST_FILES));
				}
			}
			return new ZipSource(zip, List.copyOf(entries));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ZipFile zip(Path file) {
		try {
			return open(file, StandardCharsets.UTF_8);
		}
		catch (ZipException ex) {
			try {
				return open(file, Charset.forName("GB18030"));
			}
			catch (IOException again) {
				throw damaged();
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw damaged();
		}
	}

	private static ZipFile open(Path file, Charset charset) throws IOException {
		try {
			return new ZipFile(file.toFile(), charset);
		}
		catch (IllegalArgumentException ex) {
			throw new ZipException(ex.getMessage());
		}
	}

	private static Refusal damaged() {
		return Refusal.invalid("body", Text.of("不是有效的 ZIP 压缩包，或已损坏。", "This is not a ZIP archive, or it is damaged."));
	}

	private static boolean hidden(String name) {
		String path = name.replace('\\', '/');
		return path.startsWith("__MACOSX/") || path.contains("/__MACOSX/")
				|| path.substring(path.lastIndexOf('/') + 1).startsWith(".");
	}

	@Override
	public List<String> names() {
		return this.entries.stream().map((entry) -> label(entry.getName())).toList();
	}

	/** A name that can be shown: without control characters, and not too long. */
	private static String label(String name) {
		StringBuilder label = new StringBuilder();
		name.codePoints()
			.limit(LONGEST_NAME)
			.forEach((c) -> label.appendCodePoint(
					(Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
							? '\ufffd' : c));
		return label.toString();
	}

	@Override
	public Content read(int index) {
		ZipEntry entry = this.entries.get(index);
		String name = entry.getName().replace('\\', '/');
		if (name.startsWith("/") || name.matches("^[A-Za-z]:.*") || List.of(name.split("/")).contains("..")) {
			return unreadable("文件名指向压缩包之外", "The name points outside the archive");
		}
		if (name.length() > LONGEST_NAME) {
			return unreadable("文件名过长", "The name is too long");
		}
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".zip") || lower.endsWith(".rar") || lower.endsWith(".7z") || lower.endsWith(".gz")) {
			return unreadable("不读取压缩包中的压缩包", "An archive inside the archive is not read");
		}
		if (entry.getSize() > Readings.LONGEST) {
			return tooLong();
		}
		try (InputStream in = this.zip.getInputStream(entry)) {
			byte[] bytes = in.readNBytes(Readings.LONGEST + 1);
			this.unpacked += bytes.length;
			if (this.unpacked > MOST_BYTES) {
				return unreadable("压缩包解开后超过 1 GB", "The archive unpacks to more than 1 GB");
			}
			long packed = Math.max(1, entry.getCompressedSize());
			if (bytes.length > RATIO_FROM && bytes.length / packed > HIGHEST_RATIO) {
				return unreadable("压缩比异常，疑为压缩炸弹", "The file is packed suspiciously tight");
			}
			return (bytes.length > Readings.LONGEST) ? tooLong() : new Content.Bytes(bytes);
		}
		catch (IOException | IllegalArgumentException ex) {
			return unreadable("压缩包中的该文件已损坏或已加密", "The file is damaged or encrypted");
		}
	}

	private static Content tooLong() {
		return new Content.Unreadable(Text.of("文件超过 %d MB", "The file is longer than %d MB", Readings.LONGEST >> 20));
	}

	private static Content unreadable(String zh, String en) {
		return new Content.Unreadable(Text.of(zh, en));
	}

	@Override
	public void close() {
		try {
			this.zip.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
