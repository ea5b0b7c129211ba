package renda.legislation.inquiry;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Outcome;
import renda.legislation.comment.CommentDesk;
import renda.legislation.comment.CommentLists;
import renda.legislation.comment.CommentLists.CommentView;
import renda.legislation.treatment.Treatment;
import renda.legislation.treatment.Treatment.Disposition;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The opinions of contact points and experts, and what they are told: the part of the
 * comments that was asked for. A contact point sees its own.
 */
@RestController
@RequestMapping(ContactOpinionController.PATH)
@Tag(name = "contact-opinions", description = "基层立法联系点和专家的意见及其采纳情况（立法法 第九十条）")
class ContactOpinionController {

	static final String PATH = "/api/v1/legislation/contact-opinions";

	private final Opinions opinions;

	private final CommentLists lists;

	private final CommentDesk desk;

	private final Treatment treatment;

	private final Listings listings;

	private final CityProfile city;

	ContactOpinionController(Opinions opinions, CommentLists lists, CommentDesk desk, Treatment treatment,
			Listings listings, CityProfile city) {
		this.opinions = opinions;
		this.lists = lists;
		this.desk = desk;
		this.treatment = treatment;
		this.listings = listings;
		this.city = city;
	}

	/**
	 * The opinions, the latest first. A contact point gets its own.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping
	@Operation(summary = "联系点和专家意见列表 · The opinions of contact points and experts",
			description = "Filters: point (an id), consultation, request, outcome, answered, term, sample; q searches the words.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute OpinionFilter filter, ListRequest request,
			Caller caller) {
		CommentLists.Filter wanted = filter.of(this.city);
		if (Opinions.seesAll(caller)) {
			return this.listings.restricted(request, "consultation-comments",
					(page) -> this.lists.opinions(wanted, null, page));
		}
		return this.opinions.own(caller)
			.flatMap((own) -> this.listings.restricted(request, "consultation-comments",
					(page) -> this.lists.opinions(wanted, own, page)));
	}

	/**
	 * One opinion with what became of it; 404 where there is none, and for another
	 * contact point.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping("/{id}")
	@Operation(summary = "一条意见 · One opinion, and what became of it")
	Mono<ResponseEntity<CommentView>> one(@PathVariable UUID id, Caller caller) {
		Mono<CommentView> found = Opinions.seesAll(caller) ? this.lists.opinion(id, null)
				: this.opinions.own(caller).flatMap((own) -> this.lists.opinion(id, own));
		return found.switchIfEmpty(Mono.error(CommentDesk::unknown))
			.map((view) -> Reads.restricted(view.version(), view));
	}

	/**
	 * Tells a contact point what became of its opinion, as any comment is answered:
	 * adopted, partly, not, or to be studied, always with the reason. May be told anew;
	 * what was told before is kept. 412 where somebody was faster, 428 without
	 * {@code If-Match}.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/{id}/feedback")
	@Operation(summary = "反馈采纳情况 · Tell what became of an opinion; If-Match required")
	Mono<ResponseEntity<CommentView>> feedback(@PathVariable UUID id, @Valid @RequestBody Disposition body,
			Command command) {
		return this.lists.opinion(id, null)
			.switchIfEmpty(Mono.error(CommentDesk::unknown))
			.flatMap((view) -> this.treatment.answer(id, body, command));
	}

	/**
	 * All that the contact point was told, the last last.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL })
	@GetMapping("/{id}/versions")
	@Operation(summary = "意见反馈记录 · Every answer given, the last last")
	Mono<List<Fate>> versions(@PathVariable UUID id) {
		return this.desk.answers(id);
	}

	/**
	 * Which opinions to list.
	 *
	 * @param point the id of the contact point or expert
	 * @param request the number of the letter
	 * @param term given in this term (届)
	 */
	@Schema(name = "ContactOpinionFilter")
	record OpinionFilter(@Nullable UUID point, @Nullable UUID consultation, @Nullable String request,
			@Nullable Outcome outcome, @Nullable Boolean answered, @Nullable Integer term, @Nullable Boolean sample) {

		CommentLists.Filter of(CityProfile city) {
			CityProfile.Term days = (this.term != null) ? city.term(this.term) : null;
			return new CommentLists.Filter(this.consultation, null, null, null, null, null, this.point, null,
					this.outcome, this.answered, null, this.request, (days != null) ? days.from() : null,
					(days != null) ? days.to() : null, this.sample, null, null, null);
		}

	}

}
