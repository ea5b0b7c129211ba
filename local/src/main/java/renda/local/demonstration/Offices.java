package renda.local.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented posts, appointments and oaths of the 15th term, by act, organ and year as the
 * work report has them; and some that it does not count: rejected, acting, resigned,
 * elected by the congress, of other terms.
 */
final class Offices {

	private static final List<String> ORGANS = List.of("CONGRESS", "GOVERNMENT", "SUPERVISORY", "COURT",
			"PROCURATORATE");

	private static final int[] APPOINTED = { 36, 70, 22, 200, 113 };

	private static final int[] DISMISSED = { 22, 51, 14, 138, 87 };

	/** By year: appointed, dismissed, approved for the counties. */
	private static final int[][] BY_YEAR = { { 68, 48, 2 }, { 85, 59, 3 }, { 88, 67, 3 }, { 97, 66, 3 },
			{ 103, 72, 3 } };

	/** By year, how many of each organ did not swear. */
	private static final int[][] UNSWORN = { { 0, 0, 0, 6, 0 }, { 0, 0, 0, 14, 0 }, { 0, 0, 0, 22, 0 },
			{ 0, 0, 0, 16, 7 }, { 2, 2, 1, 0, 20 } };

	private static final Map<String, String> POSTS = Map.of("CONGRESS", "past-office", "GOVERNMENT", "past-bureau",
			"SUPERVISORY", "past-commission", "COURT", "past-judge", "PROCURATORATE", "past-procurator");

	private final Table appointments = new Table("code", "act", "person", "name", "post", "meeting", "votedOn",
			"members", "votesFor", "against", "passed", "filedOn", "notifiedOn", "certifiedOn", "sample");

	private final Table oaths = new Table("ceremony", "on", "place", "organiser", "appointment", "sample");

	private final Random random = new Random(15);

	private final Map<String, String> names = new HashMap<>();

	Offices() {
		List<String> comings = dealt(APPOINTED);
		List<String> goings = dealt(DISMISSED);
		int coming = 0;
		int going = 0;
		for (int i = 0; i < BY_YEAR.length; i++) {
			int year = Term.FIRST_YEAR + i;
			int[] unsworn = UNSWORN[i].clone();
			int all = Arrays.stream(BY_YEAR[i]).sum();
			int number = 0;
			for (int k = 0; k < BY_YEAR[i][0]; k++) {
				String organ = comings.get(coming);
				LocalDate on = Term.meetingOf(year, k, BY_YEAR[i][0]);
				String code = code(year, ++number);
				act(code, "APPOINT", "past-" + coming++, POSTS.getOrDefault(organ, ""), on);
				if (unsworn[ORGANS.indexOf(organ)]-- <= 0) {
					oath(code, organ, on);
				}
			}
			for (int k = 0; k < BY_YEAR[i][1]; k++) {
				String organ = goings.get(going);
				// the last year's judges are those of the first, and have sworn
				String person = (i == BY_YEAR.length - 1 && organ.equals("COURT")) ? judge(comings, k)
						: "left-" + going;
				act(code(year, ++number), "DISMISS", person, POSTS.getOrDefault(organ, ""),
						Term.meetingOf(year, k, BY_YEAR[i][1]));
				going++;
			}
			for (int k = 0; number < all; k++) {
				act(code(year, ++number), (k == 2) ? "APPROVE_DISMISSAL" : "APPROVE", "county-" + i + k, "past-county",
						Term.meetingOf(year, k, BY_YEAR[i][2]));
			}
		}
		others();
	}

	Table appointments() {
		return this.appointments;
	}

	Table oaths() {
		return this.oaths;
	}

	/**
	 * A judge appointed in the first year.
	 */
	private static String judge(List<String> comings, int k) {
		List<Integer> judges = new ArrayList<>();
		for (int i = 0; i < BY_YEAR[0][0]; i++) {
			if (comings.get(i).equals("COURT")) {
				judges.add(i);
			}
		}
		return (k < judges.size()) ? "past-" + judges.get(judges.size() - 1 - k) : "older-" + k;
	}

	private void others() {
		LocalDate on = LocalDate.of(2021, 8, 26);
		row("RM-2021-0801", "APPOINT", "other-1", "past-bureau", on, Term.MEMBERS, 20, false);
		row("RM-2021-0802", "ACTING", "other-2", "past-mayor", on, Term.MEMBERS, 45, true);
		row("RM-2021-0803", "RESIGNATION", "other-3", "past-vice-mayor", on, Term.MEMBERS, 45, true);
		row("RM-2021-0804", "REMOVE", "other-4", "past-bureau", on, Term.MEMBERS, 45, true);
		row("RM-2021-0805", "ELECT", "other-5", "past-vice-mayor", on, 558, 500, true);
		act("RM-2023-0806", "APPOINT", "other-6", "past-judge", LocalDate.of(2023, 2, 24));
		act("RM-2018-0807", "APPOINT", "other-7", "past-judge", LocalDate.of(2018, 8, 30));
		oath("RM-2023-0806", "COURT", LocalDate.of(2023, 2, 24));
		oath("RM-2018-0807", "COURT", LocalDate.of(2018, 8, 30));
	}

	private void oath(String code, String organ, LocalDate on) {
		String organiser = organ.equals("COURT") || organ.equals("PROCURATORATE") ? organ : "COUNCIL";
		int number = List.of("COUNCIL", "COURT", "PROCURATORATE").indexOf(organiser) + 1;
		this.oaths.row("XS-%d-%02d%02d".formatted(on.getYear(), on.getMonthValue(), number), on, "会议厅", organiser, code,
				true);
	}

	private void act(String code, String act, String person, String post, LocalDate on) {
		row(code, act, person, post, on, Term.MEMBERS, 40 + Math.floorMod(code.hashCode(), 5), true);
	}

	private void row(String code, String act, String person, String post, LocalDate on, int members, int votesFor,
			boolean passed) {
		String name = this.names.computeIfAbsent(person, (key) -> Person.of(this.random, false).name());
		this.appointments.row(code, act, person, name, post, Term.name(on), on, members, votesFor, 5, passed, "",
				on.plusDays(2), act.equals("APPOINT") ? on : "", true);
	}

	private static String code(int year, int number) {
		return "RM-%d-%04d".formatted(year, number);
	}

	/**
	 * The organs in turn, each as often as it has.
	 */
	private static List<String> dealt(int[] quotas) {
		int all = Arrays.stream(quotas).sum();
		int[] given = new int[quotas.length];
		List<String> dealt = new ArrayList<>();
		for (int i = 1; i <= all; i++) {
			int next = 0;
			for (int k = 1; k < quotas.length; k++) {
				if ((double) quotas[k] * i / all - given[k] > (double) quotas[next] * i / all - given[next]) {
					next = k;
				}
			}
			given[next]++;
			dealt.add(ORGANS.get(next));
		}
		return dealt;
	}

	static Table posts() {
		Table table = new Table("code", "kind", "organ", "title", "organName", "establishedOn", "basis", "sample");
		post(table, "past-office", "working-body", "standing-committee", "某办公室主任", "市人大常委会");
		post(table, "past-bureau", "government-member", "past-bureau", "某局局长", "某局");
		post(table, "past-commission", "commission-member", "supervisory-commission", "监察委员会委员", "市监察委员会");
		post(table, "past-judge", "judge", "intermediate-court", "审判员", "市中级人民法院");
		post(table, "past-procurator", "procurator", "procuratorate", "检察员", "市人民检察院");
		post(table, "past-county", "county-chief-procurator", "procuratorate-410182", "某县检察长", "某县人民检察院");
		post(table, "past-mayor", "mayor", "city-government", "市长", "市人民政府");
		post(table, "past-vice-mayor", "vice-mayor", "city-government", "副市长", "市人民政府");
		post(table, "housing-head", "government-member", "housing-bureau", "市住房保障局局长", "市住房保障局");
		post(table, "water-head", "government-member", "water-bureau", "市水利局局长", "市水利局");
		return table;
	}

	private static void post(Table table, String code, String kind, String organ, String title, String organName) {
		table.row(code, kind, organ, title, organName, "2000-01-01", "法律", true);
	}

	static Table holders() {
		Table table = new Table("post", "person", "name", "since", "sample");
		table.row("water-head", "now-1", "贺承远", "2023-01-10", true);
		return table;
	}

}
