package renda.local;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the stories stand on: the organs of the city, its congress, and a few deputies
 * whose accounts are the clients {@code deputy}, {@code deputy.wang} and
 * {@code deputy.zhao}. Laid as often as wanted; the second time changes nothing.
 */
final class Ground {

	private static final String CSV = "text/csv;charset=UTF-8";

	private final PlatformExtension platform;

	private Ground(PlatformExtension platform) {
		this.platform = platform;
	}

	static void lay(PlatformExtension platform) throws IOException, InterruptedException {
		Ground ground = new Ground(platform);
		LocalDate lastYear = LocalDate.now().minusYears(1);
		ground.rows("/api/v1/supervision/imports/organs", "general-office", """
				code,kind,name,area,parent,from,basis,sample
				province-government,GOVERNMENT,某省人民政府,410000,,2010-01-01,测试,true
				story-government,GOVERNMENT,某市人民政府,410100,province-government,2010-01-01,测试,true
				story-water,DEPARTMENT,某市水利局,410100,story-government,2010-01-01,测试,true
				story-roads,DEPARTMENT,某市交通局,410100,story-government,2010-01-01,测试,true
				story-parks,DEPARTMENT,某市园林局,410100,story-government,2010-01-01,测试,true
				""");
		ground.rows("/api/v1/deputy/imports/areas", "deputy-office", """
				code,name,level,parent,basis,sample
				410100,某市,CITY,410000,测试,true
				410105,某区,COUNTY,410100,测试,true
				""");
		ground.rows("/api/v1/deputy/imports/congresses", "deputy-office", """
				area,level,number,term,name,electedOn,firstSessionOn,nextSessionOn,sample
				410100,CITY,16,16,某市第十六届人民代表大会,%s,%s,,true
				""".formatted(lastYear.minusDays(20), lastYear));
		ground.rows("/api/v1/deputy/imports/electing-units", "deputy-office", """
				code,congressArea,kind,name,area,sample
				story-410105,410100,CONGRESS,某区人民代表大会,410105,true
				""");
		StringBuilder seats = new StringBuilder(
				"congress,electingUnit,person,name,sex,field,group,electedOn,byElection,state,stateSince,account,sample\n");
		for (String account : List.of("deputy", "deputy.wang", "deputy.zhao")) {
			seats.append("410100-16,story-410105,story-%s,代表%s,FEMALE,教育,某区代表团,%s,false,ACTIVE,%s,%s,true%n".formatted(
					account.replace('.', '-'), account.substring("deputy".length()).replace(".", ""),
					lastYear.minusDays(20), lastYear, account));
		}
		ground.rows("/api/v1/deputy/imports/deputies", "deputy-office", seats.toString());
		ground.awaitUnits("story-water", "story-roads", "story-parks");
	}

	/**
	 * The seat whose account is a client.
	 */
	static String seat(PlatformExtension platform, String client) throws IOException, InterruptedException {
		String name = "代表" + client.substring("deputy".length()).replace(".", "");
		return platform.json(platform.get("/api/v1/deputy/deputies?electingUnit=story-410105", "deputy-office"))
			.path("items")
			.valueStream()
			.filter((seat) -> seat.path("name").asString().equals(name))
			.map((seat) -> seat.path("id").asString())
			.findFirst()
			.orElseThrow();
	}

	private void rows(String path, String client, String csv) throws IOException, InterruptedException {
		rows(this.platform, path, client, csv);
	}

	/**
	 * Imports rows; none may be refused.
	 */
	static void rows(PlatformExtension platform, String path, String client, String csv)
			throws IOException, InterruptedException {
		JsonNode job = platform.json(platform.post(path, client, CSV, csv));
		while (job.path("state").asString("").equals("running")) {
			Thread.sleep(100);
			job = platform.json(platform.get(job.path("links").path("self").asString(), client));
		}
		assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("finished");
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
	}

	/**
	 * Waits until the organs have come over by the feed.
	 */
	private void awaitUnits(String... codes) throws IOException, InterruptedException {
		for (String code : codes) {
			while (this.platform.json(this.platform.get("/api/v1/deputy/handling-units?code=" + code, "deputy-office"))
				.path("items")
				.isEmpty()) {
				Thread.sleep(100);
			}
		}
	}

}
