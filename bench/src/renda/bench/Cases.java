package renda.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cases to measure with: each kind is opened once through the API and then multiplied.
 */
final class Cases {

	private static final int MOST_TRIES = 100;

	private final Sut sut;

	private final Data data;

	Cases(Sut sut, Data data) {
		this.sut = sut;
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
		String id = Sut.text(this.sut.create("deputy", path, draft.replace("%U", "样例"), "bench-case", "deputy"), "id");
		this.sut.step("deputy", path + "/" + id + "/submit", "{}", 1, "deputy");
		String assign = "{\"units\":[{\"organ\":\"bench-water\",\"role\":\"MAIN\"}]}";
		persist(() -> this.sut.step("deputy", path + "/" + id + "/assign", assign, 2, "deputy-office"));
		this.data.multiply("deputy", "suggestion", rows);
		String after = " of " + String.format("%,d", rows);
		List<Scenario> all = new ArrayList<>();
		all.add(Scenario.read("suggestion by id" + after, "deputy",
				Scenario.ids(this.sut, "deputy", "suggestion", path + "/%s")));
		all.add(Scenario.read("suggestions, page 1" + after, "deputy", List.of(path + "?limit=50")));
		all.add(new Scenario("draft a suggestion", "deputy", List.of(path), draft, "deputy"));
		return all;
	}

	/**
	 * Imports rows; what another service's feed has yet to bring is waited for.
	 */
	private void rows(String service, String kind, String client, String csv) throws Exception {
		String job = this.sut.post(service, "/api/v1/" + service + "/imports/" + kind, "text/csv;charset=UTF-8", csv,
				client);
		if (!job.contains("\"failed\":0")) {
			throw new java.io.IOException(kind + ": " + job.substring(0, Math.min(2000, job.length())));
		}
	}

	private static void persist(Request request) throws Exception {
		for (int i = 1;; i++) {
			try {
				request.send();
				return;
			}
			catch (java.io.IOException ex) {
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
