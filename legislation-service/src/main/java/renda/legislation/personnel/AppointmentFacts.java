package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.sitting.Sitting;

/**
 * What the service knows and a step is decided on.
 *
 * @param holders how many hold the post, without who acts for one
 * @param holds whether the person holds the post
 * @param deputises the kinds of heads whom the person may stand in for, by a post the
 * person holds in the organ
 * @param memberByAccount whether the person's account is that of a member of the standing
 * committee
 * @param memberByName whether a member has the person's name
 * @param fails the days of votes that the person failed for the post in the term
 * @param vacating whether a dismissal from the post is on its way
 * @param examined whether the person has passed an examination in the term
 * @param passMark the mark that is needed
 * @param members how many members are in office
 * @param movers how many of those who move a removal are
 * @param moves whether the caller is one of them
 * @param sitting the meeting
 */
@Schema(name = "AppointmentFacts")
public record AppointmentFacts(int holders, boolean holds, List<String> deputises, boolean memberByAccount,
		boolean memberByName, List<LocalDate> fails, boolean vacating, boolean examined, int passMark, int members,
		int movers, boolean moves, @Nullable Sitting sitting) {

	/** Nothing known: what is recorded from elsewhere is not decided on again. */
	public static final AppointmentFacts NONE = new AppointmentFacts(0, true, List.of(), false, false, List.of(), false,
			true, 0, 1, 0, false, null);

	public AppointmentFacts {
		deputises = List.copyOf(deputises);
		fails = List.copyOf(fails);
	}

	public static AppointmentFacts of(@Nullable AppointmentFacts known) {
		return (known != null) ? known : NONE;
	}

	public AppointmentFacts with(int holding, boolean leaving) {
		return new AppointmentFacts(holding, this.holds, this.deputises, this.memberByAccount, this.memberByName,
				this.fails, leaving, this.examined, this.passMark, this.members, this.movers, this.moves, this.sitting);
	}

	public AppointmentFacts with(@Nullable Sitting at) {
		return new AppointmentFacts(this.holders, this.holds, this.deputises, this.memberByAccount, this.memberByName,
				this.fails, this.vacating, this.examined, this.passMark, this.members, this.movers, this.moves, at);
	}

}
