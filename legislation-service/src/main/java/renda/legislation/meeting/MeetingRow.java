package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * A meeting of the past. Who was there by name is not told, only how many.
 *
 * @param to its last day; the first unless told
 * @param members all members in office then
 * @param present those of them who were there
 * @param agenda the titles of its items, separated by semicolons
 * @param noticedOn the day of its notice; the first day unless told
 * @param publishedOn the day its results were published; the last day unless told
 */
record MeetingRow(@NotNull Body body, @Positive @Max(Convening.MOST) int term,
		@Positive @Max(Convening.MOST) int number, Convening.@Nullable Kind kind,
		@NotNull @PastOrPresent LocalDate from, @Nullable @PastOrPresent LocalDate to,
		@Nullable @Size(max = 200) String place, @Positive int members, @Positive int present,
		@Nullable @Size(max = 60) String presider, @Nullable @Size(max = 20_000) String agenda,
		@Nullable @Size(max = 50_000) String digest, @Nullable @PastOrPresent LocalDate noticedOn,
		@Nullable @PastOrPresent LocalDate publishedOn, @Nullable Boolean sample) {

	Convening convening() {
		return new Convening(this.body, this.term, this.number,
				(this.kind != null) ? this.kind : Convening.Kind.REGULAR, this.from, last(), Given.orEmpty(this.place),
				"", 0);
	}

	LocalDate last() {
		return (this.to != null) ? this.to : this.from;
	}

	LocalDate published() {
		return (this.publishedOn != null) ? this.publishedOn : last();
	}

	LocalDate noticed() {
		return (this.noticedOn != null) ? this.noticedOn : this.from;
	}

	/**
	 * @throws Refusal 400 where days or numbers do not go together
	 */
	void check() {
		if (this.present > this.members) {
			throw Refusal.invalid("/present", Text.of("出席人数不得多于全体人数。", "No more are present than there are members."));
		}
		if (last().isBefore(this.from) || noticed().isAfter(this.from) || published().isBefore(last())) {
			throw Refusal.invalid("/from",
					Text.of("通知、会期、公布的日期次序有误。", "Notice, meeting and publication are not in this order."));
		}
	}

	/**
	 * Its agenda. What came of an item is not told but that it was dealt with.
	 */
	List<AgendaItem> items() {
		return titles().stream().map(this::item).toList();
	}

	private List<String> titles() {
		return Arrays.stream(Objects.requireNonNullElse(this.agenda, "").split("[;；]"))
			.map(String::strip)
			.filter((title) -> !title.isEmpty())
			.toList();
	}

	private AgendaItem item(String title) {
		UUID id = Ids.next();
		return new AgendaItem(id, "", null, "", title, "", Purpose.DELIBERATE, noticed(), this.from, "", List.of(),
				List.of(), new AgendaItem.Conclusion(last(), AgendaItem.Result.DELIBERATED, "", "", null), null);
	}

}
