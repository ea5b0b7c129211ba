package renda.legislation.proposal;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import renda.legislation.proposal.PublicProposals.ProposalDeclined;
import renda.legislation.proposal.PublicProposals.ProposalMade;
import renda.legislation.proposal.PublicProposals.ProposalReceipt;
import renda.legislation.proposal.PublicProposals.ProposalTaken;
import renda.legislation.proposal.PublicProposals.ProposalView;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

@RestController
@RequestMapping("/api/v1/legislation/project-proposals")
@Tag(name = "project-proposals", description = "公开征集的立法项目建议")
class ProposalController {

	private final PublicProposals proposals;

	private final Listings listings;

	ProposalController(PublicProposals proposals, Listings listings) {
		this.proposals = proposals;
		this.listings = listings;
	}

	/**
	 * Takes a proposal of anybody, with or without an account; its receipt finds the
	 * answer. What a sender sends beyond some an hour is held back, and not lost.
	 */
	@Public
	@PostMapping
	@Operation(summary = "提出立法项目建议（公众） · Propose a project as a citizen")
	Mono<ResponseEntity<ProposalTaken>> make(@Valid @RequestBody ProposalMade body, Command command) {
		return this.proposals.make(body, command);
	}

	/**
	 * What became of a proposal, by its receipt. 404 for a receipt that never was.
	 */
	@Public
	@PostMapping("/look-up")
	@Operation(summary = "凭回执查询答复 · What became of my proposal")
	Mono<ProposalView> lookUp(@Valid @RequestBody ProposalReceipt body) {
		return this.proposals.byReceipt(body.receipt());
	}

	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE })
	@GetMapping
	@Operation(summary = "公众建议列表 · Proposals of the public", description = "Filters: state; q searches title and need.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute PublicProposals.ProposalFilter filter,
			ListRequest request) {
		return this.listings.restricted(request, "project-proposals", (page) -> this.proposals.find(filter, page));
	}

	/**
	 * Says why a proposal is not taken up; one that is taken up is named by the project.
	 * 409 where it is answered.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE })
	@PostMapping("/{id}/decline")
	@Operation(summary = "不予采纳并答复 · Say why it is not taken up")
	Mono<ResponseEntity<ProposalView>> decline(@PathVariable UUID id, @Valid @RequestBody ProposalDeclined body,
			Command command) {
		return this.proposals.decline(id, body, command);
	}

}
