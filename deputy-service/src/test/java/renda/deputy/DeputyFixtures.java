package renda.deputy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import renda.platform.security.Role;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Areas, congresses, units and seats for tests: the distribution of the demonstration
 * term by electing unit and county, with invented persons.
 */
public final class DeputyFixtures {

	/** Seats of the city's congress and of the county's congress, by county. */
	public static final Map<String, int[]> COUNTIES = counties();

	private static final int ARMY = 16;

	private static final int TOWN_SEATS = 5931;

	private static final int TOWNS = 24;

	private static final JsonMapper JSON = new JsonMapper();

	private DeputyFixtures() {
	}

	private static Map<String, int[]> counties() {
		Map<String, int[]> counties = new LinkedHashMap<>();
		counties.put("410105", new int[] { 84, 361 });
		counties.put("410102", new int[] { 58, 331 });
		counties.put("410103", new int[] { 52, 318 });
		counties.put("410104", new int[] { 46, 296 });
		counties.put("410108", new int[] { 30, 243 });
		counties.put("410106", new int[] { 18, 187 });
		counties.put("410181", new int[] { 44, 322 });
		counties.put("410185", new int[] { 40, 309 });
		counties.put("410183", new int[] { 43, 324 });
		counties.put("410182", new int[] { 39, 301 });
		counties.put("410184", new int[] { 46, 326 });
		counties.put("410122", new int[] { 42, 316 });
		return counties;
	}

	public static String areas() {
		List<String> rows = new ArrayList<>(List.of("code,name,level,parent,sample", "410100,甲市,city,410000,true",
				"420100,邻市,city,420000,true", "420102,邻区,county,420100,true", "410100Z01,东新区,zone,410100,true"));
		COUNTIES.keySet().forEach((code) -> {
			rows.add(code + ",县区" + code + ",county,410100,true");
			rows.add(code + "101,甲镇,township," + code + ",true");
			rows.add(code + "102,乙镇,township," + code + ",true");
		});
		return String.join("\n", rows);
	}

	public static String congresses() {
		List<String> rows = new ArrayList<>(
				List.of("area,level,number,term,name,electedOn,firstSessionOn,nextSessionOn,sample",
						"410100,CITY,15,15,甲市第十五届人民代表大会,2018-09-20,2018-10-10,2023-01-05,true",
						"410100,CITY,16,16,甲市第十六届人民代表大会,2022-12-20,2023-01-05,,true",
						"420100,CITY,16,16,邻市第十六届人民代表大会,2022-12-20,2023-01-05,,true"));
		COUNTIES.keySet().forEach((code) -> {
			rows.add(code + ",COUNTY,14,16,县区第十四届人民代表大会,2022-03-20,2022-04-10,,true");
			rows.add(code + "101,TOWN,12,16,甲镇第十二届人民代表大会,2022-03-20,2022-04-01,,true");
			rows.add(code + "102,TOWN,12,16,乙镇第十二届人民代表大会,2022-03-20,2022-04-01,,true");
		});
		return String.join("\n", rows);
	}

	public static String units() {
		List<String> rows = new ArrayList<>(List.of("code,congressArea,kind,name,area,sample",
				"410100-army,410100,ARMY,驻军,,true", "420100-420102,420100,CONGRESS,邻区人民代表大会,420102,true"));
		COUNTIES.keySet().forEach((code) -> {
			rows.add("410100-" + code + ",410100,CONGRESS,县区人民代表大会," + code + ",true");
			rows.add(code + "-1," + code + ",DISTRICT,第一选区," + code + "101,true");
			rows.add(code + "101-1," + code + "101,DISTRICT,第一选区," + code + "101,true");
			rows.add(code + "102-1," + code + "102,DISTRICT,第一选区," + code + "102,true");
		});
		return String.join("\n", rows);
	}

	/**
	 * 558, 3634 and 5931 seats of term 16, and seats that no figure counts: of term 15,
	 * void, by-elected, and of another city.
	 */
	public static String deputies() {
		Random random = new Random(16);
		List<String> rows = new ArrayList<>(List
			.of("congress,electingUnit,person,name,sex,field,electedOn,byElection,state,stateSince,phone,sample"));
		COUNTIES.forEach((code, seats) -> {
			seats(rows, random, "410100-16", "410100-" + code, "c" + code, seats[0], "2022-12-20");
			seats(rows, random, code + "-14", code + "-1", "x" + code, seats[1], "2022-03-20");
		});
		seats(rows, random, "410100-16", "410100-army", "army", ARMY, "2022-12-20");
		int town = 0;
		for (String code : COUNTIES.keySet()) {
			for (String number : List.of("101", "102")) {
				int count = TOWN_SEATS / TOWNS + ((town++ < TOWN_SEATS % TOWNS) ? 1 : 0);
				seats(rows, random, code + number + "-12", code + number + "-1", "t" + code + number, count,
						"2022-03-20");
			}
		}
		seats(rows, random, "410100-15", "410100-410105", "old", 20, "2018-09-20");
		seats(rows, random, "420100-16", "420100-420102", "other", 20, "2022-12-20");
		rows.add("410100-16,410100-410105,void-1,贺无效,MALE,,2022-12-20,false,VOID,2022-12-28,,true");
		rows.add("410100-16,410100-410105,by-1,补选者,FEMALE,,2022-12-29,true,ELECTED,2022-12-29,,true");
		return String.join("\n", rows);
	}

	private static void seats(List<String> rows, Random random, String congress, String unit, String key, int count,
			String day) {
		String surnames = "赵钱孙李周吴郑王冯陈";
		String given = "明华强芳丽军伟英杰平";
		for (int i = 0; i < count; i++) {
			String name = "" + surnames.charAt(random.nextInt(10)) + given.charAt(random.nextInt(10))
					+ given.charAt(random.nextInt(10));
			rows.add("%s,%s,%s-%d,%s,%s,%s,%s,false,ACTIVE,%s,1380000%04d,true".formatted(congress, unit, key, i, name,
					random.nextBoolean() ? "MALE" : "FEMALE", random.nextBoolean() ? "教育" : "工业", day, day, i));
		}
	}

	public static String office() {
		return Tokens.of(Role.DEPUTY_OFFICE).area("410100", "420100").value();
	}

	public static String committee(String county) {
		return Tokens.of(Role.COUNTY_COMMITTEE).area(county).value();
	}

	/**
	 * Areas, congresses and units, without seats.
	 */
	public static void ground(WebTestClient client) {
		done(load(client, "areas", areas(), office()));
		done(load(client, "congresses", congresses(), office()));
		done(load(client, "electing-units", units(), office()));
	}

	private static void done(JsonNode job) {
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
	}

	/**
	 * Imports rows.
	 * @return the job
	 */
	public static JsonNode load(WebTestClient client, String kind, String csv, String token) {
		byte[] job = client.post()
			.uri("/api/v1/deputy/imports/" + kind)
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.bodyValue(csv)
			.exchange()
			.expectStatus()
			.is2xxSuccessful()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(job);
	}

	/**
	 * A seat of the city's congress, not yet checked.
	 */
	public static Map<String, Object> seat(String person) {
		Map<String, Object> seat = new LinkedHashMap<>();
		seat.put("congress", "410100-16");
		seat.put("electingUnit", "410100-410105");
		seat.put("person", person);
		seat.put("name", "梁小满");
		seat.put("sex", "FEMALE");
		seat.put("field", "医药卫生");
		seat.put("electedOn", "2022-12-20");
		seat.put("phone", "13800001234");
		seat.put("idNumber", "410105199001011234");
		seat.put("birthDate", "1990-01-01");
		seat.put("account", "account-" + person);
		seat.put("sample", true);
		return seat;
	}

	public static WebTestClient.ResponseSpec post(WebTestClient client, String path, Object body, String token) {
		return client.post().uri(path).headers((headers) -> headers.setBearerAuth(token)).bodyValue(body).exchange();
	}

	public static WebTestClient.ResponseSpec act(WebTestClient client, String path, long version, Object body,
			String token) {
		return client.post().uri(path).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange();
	}

	/**
	 * Enters a seat.
	 * @return its path
	 */
	public static String add(WebTestClient client, Object body) {
		return String.valueOf(post(client, "/api/v1/deputy/deputies", body, office()).expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION));
	}

	public static JsonNode get(WebTestClient client, String path, String token) {
		return JSON.readTree(client.get().uri(path).headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody());
	}

}
