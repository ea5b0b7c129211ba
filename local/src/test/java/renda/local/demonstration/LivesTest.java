package renda.local.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LivesTest {

	@ParameterizedTest
	@ValueSource(strings = { "suggestions", "petition-receipts" })
	void everyRowSaysSomethingForEveryColumnAndIsMarkedAsASample(String file) {
		List<String> lines = new String(Lives.csv(file), StandardCharsets.UTF_8).lines().toList();
		int columns = lines.getFirst().split(",", -1).length;
		assertThat(lines).hasSizeGreaterThan(40)
			.allSatisfy((line) -> assertThat(line.split(",", -1)).as(line).hasSize(columns));
		assertThat(lines.stream().skip(1)).allMatch((line) -> line.endsWith(",true"));
		assertThat(lines.stream().map((line) -> line.split(",")[0])).doesNotHaveDuplicates();
	}

}
