package renda.local.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {

	private static final int CONGRESS = 0;

	private static final int UNIT = 1;

	private static final int PERSON = 2;

	private static final int BY_ELECTION = 8;

	private static final int STATE = 9;

	@Test
	void fillsExactlyTheSeatsOfEachLevel() throws IOException {
		assertThat(counted((seat) -> seat[CONGRESS].equals("410100-16"))).isEqualTo(558);
		assertThat(counted((seat) -> seat[CONGRESS].matches("\\d{6}-16") && !seat[CONGRESS].startsWith("410100")))
			.isEqualTo(3634);
		assertThat(counted((seat) -> seat[CONGRESS].matches("\\d{9}-16"))).isEqualTo(5931);
	}

	@Test
	void holdsSeatsThatMustNotBeCounted() throws IOException {
		assertThat(seats()).anyMatch((seat) -> seat[CONGRESS].endsWith("-15"))
			.anyMatch((seat) -> seat[STATE].equals("VOID"))
			.anyMatch((seat) -> seat[BY_ELECTION].equals("true"))
			.anyMatch((seat) -> seat[STATE].equals("SUSPENDED"))
			.anyMatch((seat) -> seat[STATE].equals("RESIGNED"))
			.anyMatch((seat) -> seat[STATE].equals("TERMINATED"));
	}

	@Test
	void letsADistrictElectOneToThree() throws IOException {
		Map<String, Long> byDistrict = seats().stream()
			.filter((seat) -> !seat[CONGRESS].startsWith("410100-"))
			.collect(Collectors.groupingBy((seat) -> seat[UNIT], Collectors.counting()));
		assertThat(byDistrict.values()).allMatch((count) -> count >= 1 && count <= 3);
		List<String> units = lines("electing-units").stream().map((unit) -> unit[0]).toList();
		assertThat(units).doesNotHaveDuplicates().containsAll(byDistrict.keySet());
	}

	@Test
	void knowsEachSeatByItsPersonAndSaysThatItIsInvented() throws IOException {
		assertThat(seats()).extracting((seat) -> seat[PERSON]).doesNotHaveDuplicates();
		assertThat(seats()).allMatch((seat) -> seat[seat.length - 1].equals("true"));
	}

	@Test
	void isTheSameEachTime() throws IOException {
		assertThat(Roster.csv("deputies")).isEqualTo(Roster.csv("deputies"));
	}

	private static long counted(Predicate<String[]> congress) throws IOException {
		return seats().stream()
			.filter(congress)
			.filter((seat) -> !seat[STATE].equals("VOID") && seat[BY_ELECTION].equals("false"))
			.count();
	}

	private static List<String[]> seats() throws IOException {
		return lines("deputies");
	}

	private static List<String[]> lines(String file) throws IOException {
		return new String(Roster.csv(file), StandardCharsets.UTF_8).lines()
			.skip(1)
			.map((line) -> line.split(",", -1))
			.toList();
	}

}
