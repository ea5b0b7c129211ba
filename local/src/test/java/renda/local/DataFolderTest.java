package renda.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {

	@TempDir
	Path temporary;

	@Test
	void keepsTheFolderThatWasNamed() throws Exception {
		Path kept = this.temporary.resolve("kept");
		try (DataFolder data = DataFolder.open(Optional.of(kept), this.temporary)) {
			Files.writeString(data.folder("files").resolve("a"), "a");
		}
		assertThat(kept.resolve("files/a")).hasContent("a");
	}

	@Test
	void removesTheFolderThatWasNot() throws Exception {
		Path path;
		try (DataFolder data = DataFolder.open(Optional.empty(), this.temporary)) {
			path = data.path();
			assertThat(path).isDirectory();
		}
		assertThat(path).doesNotExist();
	}

	@Test
	void refusesAFolderThatIsInUse() throws Exception {
		try (DataFolder first = DataFolder.open(Optional.of(this.temporary), this.temporary)) {
			assertThatExceptionOfType(UsageError.class)
				.isThrownBy(() -> DataFolder.open(Optional.of(first.path()), this.temporary))
				.withMessageContaining("Another platform is using");
		}
	}

	@Test
	void removesWhatAKilledRunLeftAndNothingThatIsInUse() throws Exception {
		Path left = Files.createDirectories(this.temporary.resolve("run-1-a/databases"));
		try (DataFolder first = DataFolder.open(Optional.empty(), this.temporary);
				DataFolder second = DataFolder.open(Optional.empty(), this.temporary)) {
			assertThat(left.getParent()).doesNotExist();
			assertThat(first.path()).isDirectory();
			assertThat(second.path()).isDirectory().isNotEqualTo(first.path());
		}
	}

}
