package renda.supervision.receipt;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.supervision.petition.PetitionAction;
import renda.supervision.petition.PetitionKind;
import renda.supervision.petition.PetitionView;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "petition-receipts", description = "来信、来访、网上信访、来电、传真（件次）")
class ReceiptController {

	private static final String RECEIPTS = "/api/v1/supervision/petition-receipts";

	private final Reception reception;

	private final Receipts receipts;

	private final PetitionKind kind;

	private final Proceedings proceedings;

	private final Listings listings;

	ReceiptController(Reception reception, Receipts receipts, PetitionKind kind, Proceedings proceedings,
			Listings listings) {
		this.reception = reception;
		this.receipts = receipts;
		this.kind = kind;
		this.proceedings = proceedings;
		this.listings = listings;
	}

	@Allowed({ Role.PETITION_OFFICE, Role.RESIDENT })
	@PostMapping(RECEIPTS)
	@Operation(summary = "提出或者登记信访事项 · Bring a petition, or register one that came on paper",
			description = """
					A resident writes by NETWORK, today, and follows the matter with the same account. The petition office \
					registers letters, visits, calls and faxes, and gets a slip with a look-up key for the petitioner. Where the \
					same person has a matter with mostly the same words: 409 possible-duplicate with `candidates`; repeat with \
					`petition` (the matter it is about) or `newMatter`. 422 PET-05 for more representatives than may come, \
					PET-03 for what was said and not written down.""")
	Mono<ResponseEntity<Receipt.Registered>> register(@Valid @RequestBody Receipt.Entry body, Command command) {
		return this.reception.register(body, command);
	}

	@Allowed({ Role.PETITION_OFFICE, Role.RESIDENT })
	@PostMapping(PetitionKind.PATH + "/{id}/add-receipt")
	@Operation(summary = "并入同一事项 · Add a receipt of the same matter")
	Mono<ResponseEntity<Receipt.Registered>> add(@PathVariable UUID id,
			@Valid @RequestBody PetitionAction.Registration body, Command command) {
		return this.proceedings.found(this.kind, id, command.caller())
			.flatMap((petition) -> this.reception.add(id, body, command));
	}

	@Allowed(Role.RESIDENT)
	@PostMapping(PetitionKind.PATH + "/claim")
	@Operation(summary = "凭查询码认领 · Claim a matter with the code and key of its slip",
			description = "404 for an unknown code and for a wrong key alike; 429 after five failures in 15 minutes.")
	Mono<ResponseEntity<Shown<PetitionView>>> claim(@Valid @RequestBody Receipt.Slip body, Command command) {
		return this.reception.claim(body, command);
	}

	@Allowed(Role.PETITION_OFFICE)
	@PostMapping(RECEIPTS + "/{id}/slip")
	@Operation(summary = "补打查询单 · Print a lost slip again", description = "409 slip-used once it was used.")
	Mono<ResponseEntity<Receipt.Slip>> slip(@PathVariable UUID id, Command command) {
		return this.reception.slip(id, command);
	}

	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.RESIDENT })
	@GetMapping(RECEIPTS)
	@Operation(summary = "件次列表 · The receipts: all for the office, a resident's own", description = """
			Filters: petition, channel (one or several), receivedBy, area, category, state, receivedFrom, receivedTo. \
			Nothing that was said is in the list.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Receipt.Filter filter, ListRequest request,
			Caller caller) {
		String account = (caller.has(Role.PETITION_OFFICE) || caller.has(Role.CHAIR)) ? ""
				: this.kind.account(caller.subject());
		return this.listings.restricted(request, "petition-receipts",
				(page) -> this.receipts.find(filter, page, account, this.kind.withheldFrom(caller)));
	}

	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.ORGAN, Role.COMMITTEE, Role.AUDIT_OFFICE, Role.RESIDENT })
	@GetMapping(RECEIPTS + "/{id}")
	@Operation(summary = "一件来信来访 · One receipt with what was said", description = """
			For those who may know of its matter; persons are masked as there. A resident reads those of a matter that \
			is theirs.""")
	Mono<ResponseEntity<Receipt.View>> one(@PathVariable UUID id, Command command) {
		return this.reception.read(id, command).map((view) -> Reads.restricted(1, view));
	}

}
