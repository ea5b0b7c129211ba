package renda.local.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegistersTest {

	@ParameterizedTest
	@CsvSource({ "first-topic-studies, heldOn, 180, 8, 41, 42, 44, 45", "tutorial-lectures, heldOn, 27, 1, 6, 6, 7, 7",
			"measures, issuedOn, 23, 2, 5, 5, 5, 6", "media-articles, publishedOn, 3214, 140, 712, 745, 798, 819",
			"assistance, heldOn, 83, 3, 19, 18, 21, 22", "party-reports, sentOn, 218, 10, 50, 51, 53, 54" })
	void fillsTheYearsOfTheTermExactly(String register, String day, int total, long y2018, long y2019, long y2020,
			long y2021, long y2022) throws IOException {
		List<Map<String, String>> counted = rows(register).stream()
			.filter((row) -> !"true".equals(row.get("own")))
			.filter((row) -> !"NATION".equals(row.get("level")) || register.equals("media-articles"))
			.filter((row) -> !"PROVINCE".equals(row.get("recipient")))
			.filter((row) -> inTerm(row.get(day)))
			.toList();
		assertThat(counted).hasSize(total);
		assertThat(counted.stream()
			.collect(Collectors.groupingBy((row) -> row.get(day).substring(0, 4), Collectors.counting())))
			.isEqualTo(Map.of("2018", y2018, "2019", y2019, "2020", y2020, "2021", y2021, "2022", y2022));
	}

	@Test
	void mixesTheClassesAndKeepsTheirNumbers() throws IOException {
		assertThat(count("first-topic-studies", (row) -> inTerm(row.get("heldOn")) && row.containsValue("PARTY_GROUP")))
			.isEqualTo(76);
		assertThat(count("party-reports", (row) -> inTerm(row.get("sentOn")) && row.containsValue("IMPORTANT_MATTER")))
			.isEqualTo(61);
		assertThat(count("internal-rules",
				(row) -> inTerm(row.get("decidedOn")) && row.containsValue("REVISED") && row.containsValue("OFFICE")))
			.isEqualTo(23);
		assertThat(count("awards",
				(row) -> inTerm(row.get("awardedOn")) && row.containsValue("NEWS") && row.containsValue("PROVINCE")))
			.isEqualTo(21);
	}

	@ParameterizedTest
	@ValueSource(strings = { "first-topic-studies", "tutorial-lectures", "measures", "measure-tasks", "party-reports",
			"internal-rules", "awards", "media-articles", "assistance" })
	void holdsLinesOfOtherTermsAndSaysThatAllAreInvented(String register) throws IOException {
		List<Map<String, String>> rows = rows(register);
		assertThat(rows).allMatch((row) -> "true".equals(row.get("sample")));
		assertThat(rows).anyMatch((row) -> row.values().stream().anyMatch((value) -> value.startsWith("2017-")))
			.anyMatch((row) -> row.values().stream().anyMatch((value) -> value.startsWith("2023-")));
		assertThat(Registers.csv(register)).isEqualTo(Registers.csv(register));
	}

	private static boolean inTerm(String day) {
		LocalDate date = LocalDate.parse(day);
		return !date.isBefore(LocalDate.of(2018, 10, 1)) && !date.isAfter(LocalDate.of(2022, 12, 31));
	}

	private static long count(String register, Predicate<Map<String, String>> counted) throws IOException {
		return rows(register).stream().filter(counted).count();
	}

	private static List<Map<String, String>> rows(String register) throws IOException {
		List<String> lines = new String(Registers.csv(register), StandardCharsets.UTF_8).lines().toList();
		String[] columns = lines.getFirst().split(",", -1);
		return lines.stream().skip(1).map((line) -> {
			String[] values = line.split(",", -1);
			assertThat(values).as(line).hasSameSizeAs(columns);
			return IntStream.range(0, columns.length)
				.boxed()
				.collect(Collectors.toMap((i) -> columns[i], (i) -> values[i]));
		}).toList();
	}

}
