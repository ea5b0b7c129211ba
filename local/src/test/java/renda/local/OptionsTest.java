package renda.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTest {

	@Test
	void startsADemonstrationOnPort8080WithoutOptions() {
		Options options = Options.parse(List.of());
		assertThat(options.port()).isEqualTo(8080);
		assertThat(options.identityPort()).isEqualTo(9000);
		assertThat(options.copies()).isEqualTo(1);
		assertThat(options.address()).isEqualTo("127.0.0.1");
		assertThat(options.demonstration()).isTrue();
		assertThat(options.data()).isEmpty();
		assertThat(options.importFrom()).isEmpty();
	}

	@Test
	void readsEveryOptionInBothSpellings(@TempDir Path folder) {
		Options options = Options.parse(List.of("--data", folder.toString(), "--import=" + folder, "--empty", "--port",
				"18080", "--services-port=18081", "--identity-port", "19000", "--copies=2", "--address", "0.0.0.0",
				"--train", "--home", "elsewhere"));
		assertThat(options).isEqualTo(new Options(Path.of("elsewhere"), Optional.of(folder), Optional.of(folder), false,
				true, false, "0.0.0.0", 18080, 18081, 19000, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--prot 8080", "8080", "--empty=yes", "-x", "--" })
	void refusesWhatItDoesNotKnow(String line) {
		assertThatExceptionOfType(UsageError.class).isThrownBy(() -> Options.parse(List.of(line.split(" "))))
			.withMessageContaining("There is no option");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port 0", "--port 70000", "--port abc", "--port -1", "--copies 6", "--copies 0",
			"--port 99999999999999999999" })
	void refusesNumbersOutOfRange(String line) {
		assertThatExceptionOfType(UsageError.class).isThrownBy(() -> Options.parse(List.of(line.split(" "))))
			.withMessageContaining("needs a whole number");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--data", "--port", "--data --empty" })
	void refusesAnOptionWithoutItsValue(String line) {
		assertThatExceptionOfType(UsageError.class).isThrownBy(() -> Options.parse(List.of(line.split(" "))))
			.withMessageContaining("needs a value");
	}

	@Test
	void refusesToImportAFolderThatIsNotThere(@TempDir Path folder) {
		assertThatExceptionOfType(UsageError.class)
			.isThrownBy(() -> Options.parse(List.of("--import", folder.resolve("none").toString())))
			.withMessageContaining("There is no such folder");
	}

}
