package renda.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cases to measure with: each kind is opened once through the API and then multiplied.
 */
final class Cases {

	private static final int MOST_TRIES = 100;

	private final MeasuredPlatform platform;

	private final Data data;

	Cases(MeasuredPlatform platform, Data data) {
		this.platform = platform;
		this.data = data;
	}

	/**
	 * Suggestions that units have, so that everyone may read them.
	 */
	List<Scenario> suggestions(int rows) throws Exception {
		rows("supervision", "organs", "general-office", """
				code,kind,name,area,parent,from,basis,sample
				bench-water,DEPARTMENT,样例水利局,410100,,2010-01-01,样例,true
				""");
		rows("deputy", "areas", "deputy-office", """
				code,name,level,parent,basis,sample
				410100,样例城,CITY,410000,样例,true
				410105,样例区,COUNTY,410100,样例,true
				""");
		rows("deputy", "congresses", "deputy-office", """
				area,level,number,term,name,electedOn,firstSessionOn,nextSessionOn,sample
				410100,CITY,16,16,样例城第十六届人民代表大会,2022-12-20,2023-01-05,,true
				""");
		rows("deputy", "electing-units", "deputy-office", """
				code,congressArea,kind,name,area,sample
				case-410105,410100,CONGRESS,样例区人民代表大会,410105,true
				""");
		rows("deputy", "deputies", "deputy-office",
				"""
						congress,electingUnit,person,name,sex,field,group,electedOn,byElection,state,stateSince,account,sample
						410100-16,case-410105,case-deputy,样例代表,FEMALE,教育,样例代表团,2022-12-20,false,ACTIVE,2023-01-05,deputy,true
						""");
		String path = "/api/v1/deputy/suggestions";
		String draft = """
				{"title":"关于整治某河沿岸的建议 %U","content":"沿岸道路破损，河水发黑，请整治。","field":"CITY_BUILDING","oneMatter":true}""";
		String id = MeasuredPlatform.text(this.platform.create("deputy", path, draft.replace("%U", "样例"), "bench-case", "deputy"), "id");
		this.platform.step("deputy", path + "/" + id + "/submit", "{}", 1, "deputy");
		String assign = "{\"units\":[{\"organ\":\"bench-water\",\"role\":\"MAIN\"}]}";
		persist(() -> this.platform.step("deputy", path + "/" + id + "/assign", assign, 2, "deputy-office"));
		this.data.multiply("deputy", "suggestion", rows);
		String after = " of " + String.format("%,d", rows);
		List<Scenario> all = new ArrayList<>();
		all.add(Scenario.read("suggestion by id" + after, "deputy",
				Scenario.ids(this.platform, "deputy", "suggestion", path + "/%s")));
		all.add(Scenario.read("suggestions, page 1" + after, "deputy", List.of(path + "?limit=50")));
		all.add(new Scenario("draft a suggestion", "deputy", List.of(path), draft, "deputy"));
		return all;
	}

	/**
	 * A consultation with many comments, ten near-equal ones at a time.
	 */
	List<Scenario> comments(int rows) throws Exception {
		String path = "/api/v1/legislation/consultations";
		LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
		String opened = this.platform.create("legislation", path, """
				{"title":"样例停车条例（草案）","text":"# 样例停车条例（草案）\\n\\n第一条 为了管理停车，制定本条例。\\n\\n第二条 本条例自公布之日起施行。\\n",
				 "from":"%s","until":"%s","notice":"样例公告"}""".formatted(today, today.plusDays(40)), "bench-consultation",
				"legislative-office");
		String id = MeasuredPlatform.text(opened, "id");
		String code = MeasuredPlatform.text(opened, "code");
		StringBuilder csv = new StringBuilder("consultation,number,channel,source,madeOn,text,publish,sample\n");
		for (int i = 1; i <= rows; i++) {
			csv.append("%s,B-%d,OFFLINE,PUBLIC,%s,建议在第%d条增加第%d片区共享停车的规定，并公布停车数据%s,true,true%n".formatted(code, i, today, 1 + i / 10 % 7,
					i / 10, "！".repeat(i % 10)));
		}
		rows("legislation", "consultation-comments", "legislative-office", csv.toString());
		String after = " of " + String.format("%,d", rows);
		String list = "/api/v1/legislation/consultation-comments?consultation=" + id + "&limit=50";
		return List.of(Scenario.read("comments of a consultation, page 1" + after, "legislation", List.of(list)),
				Scenario.read("comments of a consultation, page 100" + after, "legislation",
						List.of(Scenario.page(this.platform, "legislation", list, 100))),
				Scenario.read("near-equal comments, page 1" + after, "legislation",
						List.of(path + "/" + id + "/groups?limit=50")));
	}

	/**
	 * Filings that were reviewed.
	 */
	List<Scenario> filings(int rows) throws Exception {
		rows("legislation", "filings", "filing-office",
				"""
						code,maker,makerName,source,act,title,number,issuedOn,filedOn,registeredOn,reviewBegunOn,modes,concludedOn,closedOn,sample
						BA-2022-9001,city-government,样例市人民政府,GOVERNMENT_DOCUMENT,MADE,样例停车管理办法,样政〔2022〕1号,2022-03-01,2022-03-20,2022-03-22,2022-03-23,ACTIVE,2022-04-10,2022-04-12,true
						""");
		this.data.multiply("legislation", "filing", rows);
		String path = "/api/v1/legislation/filings";
		String after = " of " + String.format("%,d", rows);
		return List.of(
				Scenario.read("filing by id" + after, "legislation",
						Scenario.ids(this.platform, "legislation", "filing", path + "/%s")),
				Scenario.read("filings, page 1" + after, "legislation", List.of(path + "?limit=50")));
	}

	/**
	 * Imports rows; what another service's feed has yet to bring is waited for.
	 */
	private void rows(String service, String kind, String client, String csv) throws Exception {
		String job = this.platform.post(service, "/api/v1/" + service + "/imports/" + kind, "text/csv;charset=UTF-8", csv,
				client);
		if (!job.contains("\"failed\":0")) {
			throw new IOException(kind + ": " + job.substring(0, Math.min(2000, job.length())));
		}
	}

	private static void persist(Request request) throws Exception {
		for (int i = 1;; i++) {
			try {
				request.send();
				return;
			}
			catch (IOException ex) {
				if (i == MOST_TRIES) {
					throw ex;
				}
				TimeUnit.MILLISECONDS.sleep(200);
			}
		}
	}

	private interface Request {

		void send() throws Exception;

	}

}
