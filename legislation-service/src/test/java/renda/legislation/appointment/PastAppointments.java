package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The appointments and oaths of the 15th term, by years, acts and organs as the work
 * report has them, and some that no figure counts. Persons are invented.
 */
public final class PastAppointments {

	/** What no figure of the 15th term counts. */
	public static final int OUTSIDE = 7;

	private static final List<String> ORGANS = List.of("CONGRESS", "GOVERNMENT", "SUPERVISORY", "COURT",
			"PROCURATORATE");

	private static final int[] APPOINTED = { 36, 70, 22, 200, 113 };

	private static final int[] DISMISSED = { 22, 51, 14, 138, 87 };

	private static final int[][] BY_YEAR = { { 68, 48, 2 }, { 85, 59, 3 }, { 88, 67, 3 }, { 97, 66, 3 },
			{ 103, 72, 3 } };

	/** By year, how many of each organ did not swear. */
	private static final int[][] UNSWORN = { { 0, 0, 0, 6, 0 }, { 0, 0, 0, 14, 0 }, { 0, 0, 0, 22, 0 },
			{ 0, 0, 0, 16, 7 }, { 2, 2, 1, 0, 20 } };

	private static final Map<String, String> POSTS = Map.of("CONGRESS", "past-office", "GOVERNMENT", "past-bureau",
			"SUPERVISORY", "past-commission", "COURT", "past-judge", "PROCURATORATE", "past-procurator");

	private static final Map<String, String> ORGANISERS = Map.of("CONGRESS", "COUNCIL", "GOVERNMENT", "COUNCIL",
			"SUPERVISORY", "COUNCIL", "COURT", "COURT", "PROCURATORATE", "PROCURATORATE");

	private final List<String> appointments = new ArrayList<>();

	private final List<String> oaths = new ArrayList<>();

	public PastAppointments() {
		List<String> comings = dealt(APPOINTED);
		List<String> goings = dealt(DISMISSED);
		int coming = 0;
		int going = 0;
		for (int i = 0; i < BY_YEAR.length; i++) {
			LocalDate on = (i == 0) ? LocalDate.of(2018, 10, 26) : LocalDate.of(2018 + i, 8, 27);
			int[] unsworn = UNSWORN[i].clone();
			int number = 0;
			for (int k = 0; k < BY_YEAR[i][0]; k++) {
				String organ = comings.get(coming);
				String code = code(on, ++number);
				this.appointments.add(row(code, "APPOINT", "past-" + coming, POSTS.get(organ), on, 40));
				if (unsworn[ORGANS.indexOf(organ)]-- <= 0) {
					oath(code, organ, on);
				}
				coming++;
			}
			for (int k = 0; k < BY_YEAR[i][1]; k++) {
				String organ = goings.get(going);
				// the last year's judges are those of the first, and have sworn
				String person = (i == 4 && organ.equals("COURT")) ? judge(comings, k) : "left-" + going;
				this.appointments.add(row(code(on, ++number), "DISMISS", person, POSTS.get(organ), on, 40));
				going++;
			}
			for (int k = 0; k < BY_YEAR[i][2]; k++) {
				this.appointments.add(row(code(on, ++number), (k == 2) ? "APPROVE_DISMISSAL" : "APPROVE",
						"county-" + i + k, "past-county", on, 40));
			}
		}
		outside();
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

	private void outside() {
		LocalDate in = LocalDate.of(2021, 8, 27);
		this.appointments
			.add(row("RM-2021-0801", "APPOINT", "o-1", "past-bureau", in, 20).replace(",true,,", ",false,,"));
		this.appointments.add(row("RM-2021-0802", "ACTING", "o-2", "past-mayor", in, 45));
		this.appointments.add(row("RM-2021-0803", "RESIGNATION", "o-3", "past-vice-mayor", in, 45));
		this.appointments.add(row("RM-2021-0804", "REMOVE", "o-4", "past-bureau", in, 45));
		this.appointments.add(row("RM-2021-0805", "ELECT", "o-5", "past-vice-mayor", in, 500).replace(",55,", ",558,"));
		this.appointments.add(row("RM-2023-0806", "APPOINT", "o-6", "past-judge", LocalDate.of(2023, 2, 24), 40));
		this.appointments.add(row("RM-2018-0807", "APPOINT", "o-7", "past-judge", LocalDate.of(2018, 8, 30), 40));
		oath("RM-2023-0806", "COURT", LocalDate.of(2023, 2, 24));
		oath("RM-2018-0807", "COURT", LocalDate.of(2018, 8, 30));
	}

	private void oath(String code, String organ, LocalDate on) {
		int organiser = List.of("COUNCIL", "COURT", "PROCURATORATE").indexOf(ORGANISERS.get(organ)) + 1;
		this.oaths.add("XS-%d-%02d%02d,%s,会议厅,%s,%s,true".formatted(on.getYear(), on.getMonthValue(), organiser, on,
				ORGANISERS.get(organ), code));
	}

	private static String code(LocalDate on, int number) {
		return "RM-%d-%04d".formatted(on.getYear(), number);
	}

	private static String row(String code, String act, String person, String post, LocalDate on, int votesFor) {
		return "%s,%s,%s,某人,%s,第某次会议,%s,55,%d,5,true,,%s,%s,true".formatted(code, act, person, post, on, votesFor,
				on.plusDays(2), act.equals("APPOINT") ? on : "");
	}

	/**
	 * The organs in turn, each as often as it has.
	 */
	private static List<String> dealt(int[] quotas) {
		int all = 0;
		for (int quota : quotas) {
			all += quota;
		}
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

	public static String posts() {
		return """
				code,kind,organ,title,organName,establishedOn,basis,sample
				past-office,working-body,standing-committee,某办公室主任,市人大常委会,2000-01-01,法律,true
				past-bureau,government-member,past-bureau,某局局长,某局,2000-01-01,法律,true
				past-commission,commission-member,supervisory-commission,监察委员会委员,市监察委员会,2000-01-01,法律,true
				past-judge,judge,intermediate-court,审判员,市中级人民法院,2000-01-01,法律,true
				past-procurator,procurator,procuratorate,检察员,市人民检察院,2000-01-01,法律,true
				past-county,county-chief-procurator,procuratorate-410182,某县检察长,某县人民检察院,2000-01-01,法律,true
				past-mayor,mayor,city-government,市长,市人民政府,2000-01-01,法律,true
				past-vice-mayor,vice-mayor,city-government,副市长,市人民政府,2000-01-01,法律,true
				""";
	}

	public String appointments() {
		return "code,act,person,name,post,meeting,votedOn,members,votesFor,against,passed,filedOn,notifiedOn,certifiedOn,sample\n"
				+ String.join("\n", this.appointments) + "\n";
	}

	public int count() {
		return this.appointments.size();
	}

	public String oaths() {
		return "ceremony,on,place,organiser,appointment,sample\n" + String.join("\n", this.oaths) + "\n";
	}

	public int oathCount() {
		return this.oaths.size();
	}

}
