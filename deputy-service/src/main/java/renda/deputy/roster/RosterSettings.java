package renda.deputy.roster;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The numbers of the law on seats, until the rule book holds them.
 *
 * @param recall who may propose a recall
 * @param absences the absences without leave that end a seat (代表法 第六十二条)
 */
@ConfigurationProperties("renda.deputy.roster")
record RosterSettings(Recall recall, int absences) {

	/**
	 * Who may propose a recall (选举法 第五十条、第五十一条).
	 *
	 * @param countyVoters voters of a county deputy's district
	 * @param townVoters voters of a town deputy's district
	 * @param deputies one in so many deputies of the electing congress
	 * @param members one in so many members of its standing committee
	 */
	record Recall(int countyVoters, int townVoters, int deputies, int members) {
	}

}
