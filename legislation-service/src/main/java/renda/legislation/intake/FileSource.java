package renda.legislation.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import renda.legislation.source.Readings;
import renda.platform.web.Text;

/**
 * One text.
 */
record FileSource(String name, Path file) implements Source {

	@Override
	public List<String> names() {
		return List.of(this.name);
	}

	@Override
	public Content read(int index) {
		try {
			if (Files.size(this.file) > Readings.LONGEST) {
				return new Content.Unreadable(
						Text.of("文件超过 %d MB", "The file is longer than %d MB", Readings.LONGEST >> 20));
			}
			return new Content.Bytes(Files.readAllBytes(this.file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		// the file belongs to the upload
	}

}
