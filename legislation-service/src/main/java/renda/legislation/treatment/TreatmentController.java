package renda.legislation.treatment;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.comment.CommentLists.CommentView;
import renda.legislation.comment.Comments;
import renda.legislation.consultation.Consultations;
import renda.legislation.treatment.CommentGroups.GroupView;
import renda.legislation.treatment.Treatment.Disposition;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "consultation-comments", description = "对法规草案的意见及其采纳情况（立法法 第三十九条、第四十条、第九十条）")
class TreatmentController {

	private static final String GROUPS = "/api/v1/legislation/comment-groups";

	private final Treatment treatment;

	private final CommentGroups groups;

	private final Listings listings;

	TreatmentController(Treatment treatment, CommentGroups groups, Listings listings) {
		this.treatment = treatment;
		this.groups = groups;
		this.listings = listings;
	}

	/**
	 * Says what became of one comment, whatever becomes of its group. 400 where the later
	 * draft has no such article; 409 where the comment does not count.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(Comments.PATH + "/{id}/answer")
	@Operation(summary = "答复一条意见 · Adopted, in part, not, or to be studied, with the reason; If-Match required")
	Mono<ResponseEntity<CommentView>> answer(@PathVariable UUID id, @Valid @RequestBody Disposition body,
			Command command) {
		return this.treatment.answer(id, body, command);
	}

	/**
	 * Near-equal comments of a consultation, the largest group first.
	 */
	@Public
	@GetMapping(Consultations.PATH + "/{id}/groups")
	@Operation(summary = "相近意见 · Near-equal comments, the largest group first",
			description = "Filters: article, outcome, answered, atLeast (comments).")
	Mono<ResponseEntity<Object>> groups(@PathVariable UUID id,
			@ParameterObject @ModelAttribute CommentGroups.Filter filter, ListRequest request, Caller caller) {
		boolean office = Consultations.isOffice(caller);
		return office
				? this.listings.restricted(request, "comment-groups",
						(page) -> this.groups.find(id, filter, true, page))
				: this.listings.open(request, "comment-groups", (page) -> this.groups.find(id, filter, false, page));
	}

	/**
	 * Near-equal opinions that were asked for outside consultations, the largest group
	 * first.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.GENERAL_OFFICE })
	@GetMapping(GROUPS)
	@Operation(summary = "征求意见之外的相近意见 · Near-equal opinions asked for outside consultations",
			description = "Filters: outcome, answered, atLeast (comments).")
	Mono<ResponseEntity<Object>> outside(@ParameterObject @ModelAttribute CommentGroups.Filter filter,
			ListRequest request) {
		return this.listings.restricted(request, "comment-groups",
				(page) -> this.groups.find(null, filter, true, page));
	}

	/**
	 * Says what became of all comments of a group that have no outcome of their own.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(GROUPS + "/{id}/answer")
	@Operation(summary = "答复一组意见 · What became of a group; If-Match required")
	Mono<ResponseEntity<GroupView>> answerGroup(@PathVariable UUID id, @Valid @RequestBody Disposition body,
			Command command) {
		return this.treatment.answerGroup(id, body, command);
	}

	/**
	 * Puts a group into another of the same consultation.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(GROUPS + "/{id}/merge")
	@Operation(summary = "合并 · Put a group into another; If-Match required")
	Mono<ResponseEntity<GroupView>> merge(@PathVariable UUID id, @Valid @RequestBody MergedInto body, Command command) {
		return this.treatment.merge(id, body.into(), command);
	}

	/**
	 * Takes some comments out of a group into one of their own.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(GROUPS + "/{id}/split")
	@Operation(summary = "拆分 · Take comments out of a group; If-Match required")
	Mono<ResponseEntity<GroupView>> split(@PathVariable UUID id, @Valid @RequestBody TakenOut body, Command command) {
		return this.treatment.split(id, body.comments(), command);
	}

	/** The group that takes the other in. */
	@Schema(name = "CommentGroupMerge")
	record MergedInto(@NotNull UUID into) {
	}

	/** The comments that go. */
	@Schema(name = "CommentGroupSplit")
	record TakenOut(@NotEmpty @Size(max = 1_000) List<@NotNull UUID> comments) {
	}

}
