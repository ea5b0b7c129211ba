package renda.local.load;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TextFilesTest {

	@TempDir
	Path folder;

	@Test
	void findsTextsInEveryFolderAndNothingElse() throws Exception {
		write("甲条例.md", 1);
		write("宪法/乙.TXT", 1);
		write("all.zip", 1);
		write("picture.png", 1);
		assertThat(TextFiles.below(this.folder)).extracting((file) -> this.folder.relativize(file).toString())
			.containsExactlyInAnyOrder("甲条例.md", "宪法/乙.TXT", "all.zip");
	}

	@Test
	void cutsBatchesByNumberAndSizeAndLeavesZipsAlone() throws Exception {
		for (int i = 0; i < 60; i++) {
			write("a%02d.md".formatted(i), 10);
		}
		write("b.zip", 10);
		write("c.md", 3 << 20);
		write("d.md", 3 << 20);
		assertThat(TextFiles.batches(TextFiles.below(this.folder))).extracting(List::size)
			.containsExactly(50, 10, 1, 1, 1);
	}

	@Test
	void zipsABatchToTheSameBytesEveryTime() throws Exception {
		write("宪法/乙.md", 10);
		write("甲.md", 20);
		List<Path> files = TextFiles.below(this.folder);
		byte[] zip = TextFiles.zip(this.folder, files);
		assertThat(zip).isEqualTo(TextFiles.zip(this.folder, files));
		List<String> names = new ArrayList<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		assertThat(names).containsExactlyInAnyOrder("宪法/乙.md", "甲.md");
	}

	private void write(String name, int size) throws Exception {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.write(file, new byte[size]);
	}

}
