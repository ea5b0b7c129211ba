package renda.legislation.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.legislation.actingchair.ActingMandate;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.MeetingAction.AgendaProposal;
import renda.legislation.meeting.MeetingAction.TabledCase;
import renda.legislation.organ.StateOrgan;
import renda.legislation.organ.StateOrgans;
import renda.legislation.sitting.Attendance;
import renda.legislation.sitting.Minutes;
import renda.platform.file.StoredFiles;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Fills in what a step is decided on and only the service knows: who has signed in, what
 * a case can be tabled for. What was sent in its place is not looked at.
 */
@Component
class MeetingKnown {

	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final int MOST_FILES = 50;

	private final MeetingKind kind;

	private final Meetings meetings;

	private final Attendance attendance;

	private final Minutes minutes;

	private final ActingMandate acting;

	private final StateOrgans organs;

	private final ObjectProvider<Tabled> tabled;

	private final StoredFiles files;

	private final JsonMapper json;

	MeetingKnown(MeetingKind kind, Meetings meetings, Attendance attendance, Minutes minutes, ActingMandate acting,
			StateOrgans organs, ObjectProvider<Tabled> tabled, StoredFiles files, JsonMapper json) {
		this.kind = kind;
		this.meetings = meetings;
		this.attendance = attendance;
		this.minutes = minutes;
		this.acting = acting;
		this.organs = organs;
		this.tabled = tabled;
		this.files = files;
		this.json = json;
	}

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(UUID id, String step, ObjectNode own, Caller caller) {
		return switch (step) {
			case "fix-date" -> previous(id, own);
			case "propose-item" -> caller.has(Role.COUNCIL) ? proposed(own) : Mono.just(own.putNull("known"));
			case "check-in" -> this.attendance.undecidedLeaves(id).map((count) -> own.put("undecided", count));
			case "open" -> counted(id, own).then(presiding(own, caller));
			case "record-no-quorum", "hold-preparatory" -> counted(id, own);
			case "notify" -> withFiles(own, "documents").then(noticed(id, own));
			case "close" -> followed(id, own);
			case "send-papers" -> withFiles(own, "files");
			case "publish" -> withFiles(own, "documents")
				.then(this.minutes.unconfirmed(id).map((count) -> own.put("unconfirmed", count)));
			default -> Mono.just(own);
		};
	}

	/**
	 * What is malformed is left for the step to refuse.
	 * @throws Refusal 400 where there is no such file
	 */
	private Mono<JsonNode> withFiles(ObjectNode own, String member) {
		Set<UUID> named = own.path(member)
			.valueStream()
			.map((file) -> file.asString(""))
			.filter((file) -> UUID_FORM.matcher(file).matches())
			.limit(MOST_FILES)
			.map(UUID::fromString)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return named.isEmpty() ? Mono.just(own) : this.files.byIds(named).map((found) -> {
			found.forEach((file) -> named.remove(file.id()));
			if (!named.isEmpty()) {
				throw Refusal.invalid("/" + member,
						Text.of("没有文件 %s，请先上传。", "There is no file %s; upload it first.", named.iterator().next()));
			}
			return own;
		});
	}

	private Mono<JsonNode> previous(UUID id, ObjectNode own) {
		own.putNull("known");
		return this.kind.table()
			.byId(id)
			.flatMap((meeting) -> this.meetings.heldBefore(meeting.convening().body(), day(own, meeting)))
			.map((last) -> (JsonNode) own.put("known", last.course().lastDay(last.convening().to()).toString()))
			.defaultIfEmpty(own);
	}

	/**
	 * The reports that the last meeting wanted supplemented or made anew at this one, and
	 * whose heads attend.
	 */
	private Mono<JsonNode> noticed(UUID id, ObjectNode own) {
		List<String> heads = Arrays.stream(StateOrgan.values()).map(this.organs::code).toList();
		return this.kind.table()
			.byId(id)
			.flatMap((meeting) -> this.meetings.heldBefore(meeting.convening().body(), meeting.convening().from()))
			.map((last) -> last.agenda()
				.stream()
				.filter(AgendaItem::isReturned)
				.map((item) -> new MeetingAction.Returned(item.id(), item.title()))
				.toList())
			.defaultIfEmpty(List.of())
			.map((returned) -> (JsonNode) own.set("known",
					this.json.valueToTree(new MeetingAction.NoticeKnown(returned, heads))));
	}

	private Mono<JsonNode> followed(UUID id, ObjectNode own) {
		own.put("followed", false);
		return this.kind.table()
			.byId(id)
			.flatMap((meeting) -> this.meetings.dated(meeting.convening().body(), id))
			.map((next) -> (JsonNode) own.put("followed", true))
			.defaultIfEmpty(own);
	}

	private static LocalDate day(ObjectNode own, Meeting meeting) {
		try {
			return LocalDate.parse(own.path("from").asString(""));
		}
		catch (DateTimeException ex) {
			return meeting.convening().from();
		}
	}

	/**
	 * Who acts for the chair is named in the record; the chair is not.
	 */
	private Mono<JsonNode> presiding(ObjectNode own, Caller caller) {
		own.putNull("acting");
		return this.acting.nameOf(caller).map((name) -> (JsonNode) own.put("acting", name)).defaultIfEmpty(own);
	}

	private Mono<JsonNode> counted(UUID id, ObjectNode own) {
		own.putNull("known");
		return this.kind.table()
			.byId(id)
			.flatMap((meeting) -> this.attendance.count(id, meeting.course().round()))
			.map((counted) -> (JsonNode) own.set("known", this.json.valueToTree(counted)))
			.defaultIfEmpty(own);
	}

	/**
	 * What is malformed is left for the step to refuse.
	 * @throws Refusal 400 where there is no such kind or no such case, or neither case
	 * nor title
	 */
	private Mono<JsonNode> proposed(ObjectNode own) {
		own.putNull("known");
		AgendaProposal proposal;
		try {
			ObjectNode bare = own.deepCopy();
			bare.remove(List.of("on", "lateReason"));
			proposal = this.json.treeToValue(bare, AgendaProposal.class);
		}
		catch (JacksonException ex) {
			return Mono.just(own);
		}
		String kind = Given.orEmpty(proposal.kind());
		UUID subject = proposal.subject();
		if (kind.isEmpty() && subject == null) {
			return Given.orEmpty(proposal.title()).isEmpty() ? Mono
				.error(Refusal.invalid("/title", Text.of("没有所属事项的议程项目须有标题。", "An item without a case needs a title.")))
					: Mono.just(own);
		}
		if (subject == null) {
			return Mono.error(Refusal.invalid("/subject", Text.of("须给出事项的 id。", "Give the id of the case.")));
		}
		return this.tabled.stream()
			.filter((known) -> known.kind().equals(kind))
			.findFirst()
			.map((known) -> known.subject(subject)
				.map((found) -> (JsonNode) own.set("known",
						this.json.valueToTree(new TabledCase(found.kind(), found.id(), found.code(), found.title(),
								found.href(), found.purposes()))))
				.switchIfEmpty(Mono.error(() -> Refusal.invalid("/subject",
						Text.of("没有这件 %s 事项。", "There is no such case of kind %s.", kind)))))
			.orElseGet(() -> Mono.error(Refusal.invalid("/kind", Text.of("kind 可取：%s。", "kind is one of: %s.",
					String.join(", ", this.tabled.stream().map(Tabled::kind).sorted().toList())))));
	}

}
