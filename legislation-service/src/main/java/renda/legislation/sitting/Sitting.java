package renda.legislation.sitting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.web.Text;

/**
 * A meeting as other features see it when they decide on a step.
 *
 * @param id the meeting
 * @param code what people call it: {@code CWH-16-03}
 * @param name as documents name it: 第十六届人大常委会第三次会议
 * @param body which body meets
 * @param term the term of the congress
 * @param number which meeting of the term
 * @param from its first day
 * @param to its last day
 * @param open whether it is open now, its quorum found
 * @param members all members in office when it was opened; before, those in office on its
 * first day
 * @param present those of them who have signed in
 * @param agenda the items of its agenda, in order
 */
public record Sitting(UUID id, String code, String name, Body body, int term, int number, LocalDate from, LocalDate to,
		boolean open, int members, int present, List<Item> agenda) {

	public Sitting {
		agenda = List.copyOf(agenda);
	}

	/**
	 * The item by which a case is tabled for a purpose; empty where it is not.
	 */
	public Optional<Item> item(String kind, UUID subject, Purpose purpose) {
		return this.agenda.stream()
			.filter((item) -> item.kind().equals(kind) && subject.equals(item.subject()) && item.purpose() == purpose)
			.findFirst();
	}

	/**
	 * An item of an agenda.
	 *
	 * @param id the item
	 * @param kind the kind of case; empty for an item without one
	 * @param subject the case; missing for an item without one
	 * @param purpose what is asked of the meeting
	 * @param adopted whether the meeting has adopted it; no other item is dealt with
	 * @param papersSentOn the day its papers went to the members; missing before
	 * @param title what the agenda calls it
	 */
	public record Item(UUID id, String kind, @Nullable UUID subject, Purpose purpose, boolean adopted,
			@Nullable LocalDate papersSentOn, String title) {

		public Item(UUID id, String kind, @Nullable UUID subject, Purpose purpose, boolean adopted,
				@Nullable LocalDate papersSentOn) {
			this(id, kind, subject, purpose, adopted, papersSentOn, "");
		}

	}

	/**
	 * Forms of sittings.
	 */
	public enum Form {

		/** 全体会议. */
		PLENARY(Text.of("全体会议", "plenary")),
		/** 分组会议. */
		GROUP(Text.of("分组会议", "group")),
		/** 联组会议. */
		JOINT(Text.of("联组会议", "joint groups"));

		private final Text title;

		Form(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

}
