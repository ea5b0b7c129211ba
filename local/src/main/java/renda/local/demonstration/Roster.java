package renda.local.demonstration;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An invented roster. How many seats each county fills, at both levels, stands in
 * {@code seats.csv}; the towns share theirs. Beside the seats that the figures count it
 * holds some that they must not: the term before, void elections, by-elections.
 */
public final class Roster {

	/** The seats of all towns together. */
	static final int TOWN_SEATS = 5931;

	/** 选举法 第二十六条: a district of voters elects one to three. */
	private static final int SEATS_OF_A_DISTRICT = 3;

	/** The clients of the development identity provider that hold the first seats. */
	private static final List<String> ACCOUNTS = List.of("deputy", "deputy.wang", "deputy.zhao");

	/** The electing unit that is no area. */
	private static final String ARMY = "army";

	private final String city;

	private final Map<String, String> names;

	private final List<String> counties;

	private final List<String> towns;

	private final List<Map<String, String>> seats;

	private final List<Map<String, String>> elections;

	private Roster(List<Map<String, String>> areas, List<Map<String, String>> seats,
			List<Map<String, String>> elections) {
		this.city = value(of(areas, "CITY").getFirst(), "code");
		this.names = areas.stream().collect(Collectors.toMap((area) -> area.get("code"), (area) -> area.get("name")));
		this.counties = of(areas, "COUNTY").stream().map((area) -> area.get("code")).toList();
		this.towns = of(areas, "TOWNSHIP").stream()
			.filter((area) -> value(area, "name").matches(".*[乡镇]"))
			.map((area) -> area.get("code"))
			.toList();
		this.seats = seats;
		this.elections = elections;
	}

	/**
	 * Makes a file of the demonstration: {@code congresses}, {@code electing-units} or
	 * {@code deputies}. It is the same each time.
	 * @return CSV
	 */
	public static byte[] csv(String file) throws IOException {
		Roster roster = new Roster(Table.read("deputy/areas.csv"), Table.read("deputy/seats.csv"),
				Table.read("deputy/elections.csv"));
		return switch (file) {
			case "congresses" -> roster.congresses().csv();
			case "electing-units" -> roster.units().csv();
			case "deputies" -> roster.deputies().csv();
			default -> throw new IOException("no such file in the demonstration: " + file);
		};
	}

	private Table congresses() {
		Table table = new Table("area", "level", "number", "term", "name", "electedOn", "firstSessionOn",
				"nextSessionOn", "sample");
		for (Map<String, String> election : this.elections) {
			String term = value(election, "term");
			for (String area : areas(value(election, "level"))) {
				table.row(area, value(election, "level"), term, term,
						name(area) + "第" + value(election, "numeral") + "届人民代表大会", value(election, "electedOn"),
						value(election, "firstSessionOn"), value(election, "nextSessionOn"), true);
			}
		}
		return table;
	}

	private Table units() {
		Table table = new Table("code", "congressArea", "kind", "name", "area", "sample");
		for (Map<String, String> row : this.seats) {
			String area = value(row, "area");
			boolean army = area.equals(ARMY);
			table.row(this.city + "-" + area, this.city, army ? "ARMY" : "CONGRESS", value(row, "name"),
					army ? "" : area, true);
		}
		for (String county : this.counties) {
			List<String> inside = this.names.keySet()
				.stream()
				.filter((code) -> code.length() == 9 && code.startsWith(county))
				.sorted()
				.toList();
			for (int i = 0; i < districts(countySeats(county)); i++) {
				table.row(district(county, i), county, "DISTRICT", name(county) + "第" + (i + 1) + "选区",
						inside.get(i % inside.size()), true);
			}
		}
		for (int t = 0; t < this.towns.size(); t++) {
			String town = this.towns.get(t);
			for (int i = 0; i < districts(townSeats(t)); i++) {
				table.row(district(town, i), town, "DISTRICT", name(town) + "第" + (i + 1) + "选区", town, true);
			}
		}
		return table;
	}

	private Table deputies() {
		Table table = new Table("congress", "electingUnit", "person", "name", "sex", "field", "group", "electedOn",
				"byElection", "state", "stateSince", "phone", "account", "sample");
		for (Map<String, String> election : this.elections) {
			Seats seats = new Seats(table, value(election, "level"), value(election, "term"),
					value(election, "electedOn"), value(election, "firstSessionOn"),
					value(election, "nextSessionOn").isEmpty());
			switch (value(election, "level")) {
				case "CITY" -> city(seats);
				case "COUNTY" -> this.counties.forEach((county) -> local(seats, county, countySeats(county)));
				default -> {
					for (int t = 0; t < this.towns.size(); t++) {
						local(seats, this.towns.get(t), townSeats(t));
					}
				}
			}
		}
		return table;
	}

	private void city(Seats seats) {
		for (Map<String, String> row : this.seats) {
			String area = value(row, "area");
			for (int i = 0; i < Integer.parseInt(value(row, "city")); i++) {
				seats.add(this.city, this.city + "-" + area, delegation(row));
			}
		}
		Map<String, String> first = this.seats.getFirst();
		seats.uncounted(this.city, this.city + "-" + value(first, "area"), delegation(first));
	}

	private String delegation(Map<String, String> row) {
		return this.names.getOrDefault(value(row, "area"), value(row, "name")) + "代表团";
	}

	private void local(Seats seats, String area, int count) {
		for (int i = 0; i < count; i++) {
			seats.add(area, district(area, i / SEATS_OF_A_DISTRICT), "第" + (i / 30 + 1) + "代表小组");
		}
	}

	private List<String> areas(String level) {
		return switch (level) {
			case "CITY" -> List.of(this.city);
			case "COUNTY" -> this.counties;
			default -> this.towns;
		};
	}

	private int countySeats(String county) {
		return this.seats.stream()
			.filter((row) -> county.equals(row.get("area")))
			.mapToInt((row) -> Integer.parseInt(value(row, "county")))
			.sum();
	}

	/**
	 * An equal part, and one more for the first towns until all seats are given.
	 */
	private int townSeats(int town) {
		int all = this.towns.size();
		return TOWN_SEATS / all + ((town < TOWN_SEATS % all) ? 1 : 0);
	}

	private String name(String area) {
		return value(this.names, area);
	}

	private static int districts(int seats) {
		return (seats + SEATS_OF_A_DISTRICT - 1) / SEATS_OF_A_DISTRICT;
	}

	private static String district(String area, int number) {
		return area + "-%03d".formatted(number + 1);
	}

	private static List<Map<String, String>> of(List<Map<String, String>> areas, String level) {
		return areas.stream().filter((area) -> level.equals(area.get("level"))).toList();
	}

	private static String value(Map<String, String> row, String column) {
		String value = row.get(column);
		if (value == null) {
			throw new IllegalStateException("the demonstration says nothing of " + column);
		}
		return value;
	}

	/**
	 * The seats of one election. The seed is its level and term, so that a change in one
	 * leaves the others as they are.
	 */
	private static final class Seats {

		private final Table table;

		private final String level;

		private final String term;

		private final String electedOn;

		private final String sessionOn;

		private final boolean current;

		private final Random random;

		private int number;

		Seats(Table table, String level, String term, String electedOn, String sessionOn, boolean current) {
			this.table = table;
			this.level = level;
			this.term = term;
			this.electedOn = electedOn;
			this.sessionOn = sessionOn;
			this.current = current;
			this.random = new Random((level + term).hashCode());
		}

		/**
		 * A seat that counts. Of the city's some are no longer held, which the number of
		 * those elected does not show.
		 */
		void add(String area, String unit, String group) {
			this.number++;
			boolean told = this.current && this.level.equals("CITY");
			String state = !told ? "ACTIVE" : switch (this.number) {
				case 100 -> "SUSPENDED";
				case 200 -> "RESIGNED";
				case 300 -> "TERMINATED";
				default -> "ACTIVE";
			};
			row(area, unit, group, this.electedOn, false, state, this.sessionOn,
					(told && this.number <= ACCOUNTS.size()) ? ACCOUNTS.get(this.number - 1) : "");
		}

		/**
		 * Seats that do not count: two void elections and one by-election.
		 */
		void uncounted(String area, String unit, String group) {
			row(area, unit, group, this.electedOn, false, "VOID", this.sessionOn, "");
			row(area, unit, group, this.electedOn, false, "VOID", this.sessionOn, "");
			row(area, unit, group, this.sessionOn, true, "ACTIVE", this.sessionOn, "");
		}

		private void row(String area, String unit, String group, String electedOn, boolean byElection, String state,
				String since, String account) {
			Person person = Person.of(this.random, unit.endsWith(ARMY));
			String key = "%s-%s-%05d".formatted(this.level.toLowerCase(Locale.ROOT), this.term, this.table.rows());
			String phone = this.level.equals("CITY") ? "000 0000 %04d".formatted(this.number) : "";
			this.table.row(area + "-" + this.term, unit, key, person.name(), person.sex(), person.field(), group,
					electedOn, byElection, state, since, phone, account, true);
		}

	}

}
