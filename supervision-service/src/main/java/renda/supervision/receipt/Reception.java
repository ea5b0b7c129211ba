package renda.supervision.receipt;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.audit.AuditTrail;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.city.CityProfile;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.supervision.petition.Destinations;
import renda.supervision.petition.Petition;
import renda.supervision.petition.PetitionAction;
import renda.supervision.petition.PetitionKind;
import renda.supervision.petition.PetitionParty;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionView;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Registers what comes: finds the matter it is about or opens one, and gives out slips by
 * which those without an account look theirs up.
 */
@Service
class Reception {

	private static final Duration FAILURES_WITHIN = Duration.ofMinutes(15);

	private static final int MOST_FAILURES = 5;

	/** Without letters that are taken for digits. */
	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int KEY_LENGTH = 12;

	private final PetitionKind kind;

	private final Receipts receipts;

	private final Proceedings proceedings;

	private final Destinations destinations;

	private final Commands commands;

	private final CaseCodes codes;

	private final CityProfile city;

	private final Vault vault;

	private final AuditTrail audit;

	private final Clock clock;

	Reception(PetitionKind kind, Receipts receipts, Proceedings proceedings, Destinations destinations,
			Commands commands, CaseCodes codes, CityProfile city, Vault vault, AuditTrail audit, Clock clock) {
		this.kind = kind;
		this.receipts = receipts;
		this.proceedings = proceedings;
		this.destinations = destinations;
		this.commands = commands;
		this.codes = codes;
		this.city = city;
		this.vault = vault;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Registers a receipt.
	 */
	Mono<ResponseEntity<Receipt.Registered>> register(Receipt.Entry entry, Command command) {
		PetitionAction.Registration said = lawful(entry, command.caller());
		Set<String> accused = said.accused().stream().map(Petition.Accused::organ).collect(Collectors.toSet());
		return this.commands
			.run(command, entry,
					() -> this.destinations.requireAccused(accused, LocalDate.now(this.clock))
						.then(Mono.defer(() -> matter(entry, said, command)))
						.flatMap((petition) -> kept(petition, said, command.caller()))
						.map((registered) -> Answer.created("/api/v1/supervision/petition-receipts/" + registered.id(),
								1, "petition/" + registered.petition(), registered)))
			.map((answer) -> withSlip(answer, command.caller()));
	}

	/**
	 * Adds a receipt to a matter; a step of the matter.
	 */
	Mono<ResponseEntity<Receipt.Registered>> add(UUID petition, PetitionAction.Registration said, Command command) {
		return register(new Receipt.Entry(petition, null, said.channel(), said.receivedOn(), said.petitioners(),
				said.request(), said.facts(), said.reasons(), said.persons(), said.representatives(), said.oral(),
				said.recorded(), said.area(), said.accused()), command);
	}

	/**
	 * The slip of a receipt, for one that was lost.
	 * @throws Refusal 409 where it was used
	 */
	Mono<ResponseEntity<Receipt.Slip>> slip(UUID id, Command command) {
		return this.commands.run(command, "",
				() -> found(id)
					.flatMap((receipt) -> this.proceedings.found(this.kind, receipt.petition(), command.caller())
						.flatMap((petition) -> {
							Receipt.Slip slip = slip(receipt.id(), petition.code());
							return this.receipts.isOpen(digest(slip))
								.filter(Boolean::booleanValue)
								.switchIfEmpty(Mono.error(() -> Refusal.conflict("slip-used",
										Text.of("没有可用的查询单。", "There is no slip that could still be used."))))
								.thenReturn(Answer.done("petition-receipt/" + id, slip));
						})));
	}

	/**
	 * Links a matter to the account of a resident who shows a slip. A wrong key is
	 * answered as an unknown code is.
	 */
	Mono<ResponseEntity<Shown<PetitionView>>> claim(Receipt.Slip slip, Command command) {
		String account = this.kind.account(command.caller().subject());
		String digest = digest(slip);
		return this.receipts.failures(account, FAILURES_WITHIN).flatMap((failures) -> {
			if (failures >= MOST_FAILURES) {
				return Mono
					.error(Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", Text.of("尝试次数过多，请 %s 分钟后再试。",
							"Too many attempts; try again in %s minutes.", FAILURES_WITHIN.toMinutes())));
			}
			return this.receipts.isOpen(digest)
				.flatMap((open) -> open ? claimed(digest, command)
						: this.receipts.failed(account).then(Mono.error(Reception::noSuchSlip)));
		});
	}

	private Mono<ResponseEntity<Shown<PetitionView>>> claimed(String digest, Command command) {
		Caller caller = command.caller();
		return this.commands.run(command, digest,
				() -> this.receipts.claimed(digest, this.kind.account(caller.subject()))
					.flatMap((id) -> this.kind.table().locked(id))
					.flatMap((petition) -> linked(petition, caller))
					.flatMap((petition) -> this.proceedings.shown(this.kind, petition, caller)
						.map((shown) -> Answer.changed(petition.version(), "petition/" + petition.id(), shown)))
					.switchIfEmpty(Mono.error(Reception::noSuchSlip)));
	}

	/**
	 * Nobody whom a matter accuses gets to it by a slip that was found.
	 */
	private Mono<Petition> linked(Petition petition, Caller caller) {
		Set<PetitionParty> parties = this.kind.actors(petition, caller);
		if (parties.contains(PetitionParty.PETITIONER)) {
			return Mono.just(petition);
		}
		return parties.contains(PetitionParty.CLAIMANT)
				? this.proceedings.take(this.kind, petition, "claim", new PetitionAction.Claiming(), caller)
				: Mono.empty();
	}

	private static Refusal noSuchSlip() {
		return Refusal.notFound(Text.of("没有这件信访事项，或者查询码不符。", "There is no such petition, or the key is wrong."));
	}

	/**
	 * One receipt, for those who may know of its matter. That staff read persons unmasked
	 * goes into the audit trail.
	 */
	Mono<Receipt.View> read(UUID id, Command command) {
		Caller caller = command.caller();
		return this.receipts.byId(id)
			.flatMap((receipt) -> this.kind.table()
				.byId(receipt.petition())
				.filter((petition) -> this.kind.isVisible(petition, caller))
				.filter((petition) -> !caller.has(Role.RESIDENT)
						|| receipt.account().equals(this.kind.account(caller.subject())))
				.map((petition) -> Receipt.View.of(receipt, this.kind.view(petition, caller).masked())))
			.flatMap((view) -> (view.masked() || caller.has(Role.RESIDENT)) ? Mono.just(view)
					: this.audit.append(command, Answer.done("petition-receipt/" + id, view)).thenReturn(view))
			.switchIfEmpty(Mono.error(Reception::noSuchReceipt));
	}

	private static Refusal noSuchReceipt() {
		return Refusal.notFound(Text.of("没有这件来信来访。", "There is no such receipt."));
	}

	Mono<Receipt> found(UUID id) {
		return this.receipts.byId(id).switchIfEmpty(Mono.error(Reception::noSuchReceipt));
	}

	private PetitionAction.Registration lawful(Receipt.Entry entry, Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		PetitionAction.Registration said = entry.registration(today);
		if (said.receivedOn().isAfter(today)) {
			throw Refusal.invalid("/receivedOn", Text.of("不得晚于今天 %s。", "It cannot be after today, %s.", today));
		}
		if (!caller.has(Role.PETITION_OFFICE)) {
			if (said.channel() != Channel.NETWORK) {
				throw Refusal.invalid("/channel",
						Text.of("网上提出的，渠道为 NETWORK。", "What is written here comes by NETWORK."));
			}
			if (!said.receivedOn().equals(today)) {
				throw Refusal.invalid("/receivedOn", Text.of("网上提出的，以当日为准。", "What is written here comes today."));
			}
			if (!said.accused().isEmpty()) {
				throw Refusal.invalid("/accused",
						Text.of("由信访工作机构认定，请写在事实中。", "The office says so; tell it in facts."));
			}
		}
		return said;
	}

	/**
	 * The matter a receipt is about, with the receipt said in it.
	 */
	private Mono<Petition> matter(Receipt.Entry entry, PetitionAction.Registration said, Command command) {
		UUID petition = entry.petition();
		if (petition != null) {
			return this.kind.table()
				.locked(petition)
				.filter((known) -> this.kind.isVisible(known, command.caller()))
				.switchIfEmpty(Mono
					.error(() -> Refusal.invalid("/petition", Text.of("没有这件信访事项。", "There is no such petition."))))
				.flatMap((known) -> this.proceedings.take(this.kind, known, "add-receipt", said, command.caller()));
		}
		return candidates(said, command.caller()).flatMap((candidates) -> {
			if (!candidates.isEmpty() && !Boolean.TRUE.equals(entry.newMatter())) {
				return Mono.error(Refusal
					.conflict("possible-duplicate",
							Text.of("同一信访人有相近事项：请在 petition 中写明并入哪一件，或者以 newMatter 说明是新事项。",
									"The same person has matters like this: say which one in petition, or newMatter."))
					.with("candidates", candidates));
			}
			return opened(said, command);
		});
	}

	private Mono<Petition> opened(PetitionAction.Registration said, Command command) {
		String account = command.caller().has(Role.PETITION_OFFICE) ? "" : command.caller().subject();
		return this.proceedings.opened(this.kind, "register", said,
				() -> this.codes.next("XF", said.receivedOn().getYear())
					.map((code) -> Petition.registered(Ids.next(), code, said, account, false)),
				command);
	}

	/**
	 * The matters of the same persons, as far as the caller may know of them, whose words
	 * are mostly the same; the most alike first.
	 */
	private Mono<List<Receipt.Candidate>> candidates(PetitionAction.Registration said, Caller caller) {
		return this.receipts.ofPersons(SameMatter.identities(said, this.vault)).flatMap((known) -> {
			Map<UUID, Integer> alike = known.stream()
				.collect(Collectors.toMap(Receipt::petition, (receipt) -> SameMatter.likeness(said, receipt.said()),
						Math::max));
			alike.values().removeIf((likeness) -> likeness < SameMatter.ALIKE);
			return alike.isEmpty() ? Mono.just(List.<Receipt.Candidate>of())
					: this.kind.table()
						.byIds(alike.keySet())
						.map((petitions) -> petitions.stream()
							.filter((petition) -> this.kind.isVisible(petition, caller))
							.map((petition) -> Receipt.Candidate.of(petition, alike.getOrDefault(petition.id(), 0)))
							.sorted(Comparator.comparing(Receipt.Candidate::likeness)
								.reversed()
								.thenComparing(Receipt.Candidate::code))
							.toList());
		});
	}

	private Mono<Receipt.Registered> kept(Petition petition, PetitionAction.Registration said, Caller caller) {
		boolean paper = caller.has(Role.PETITION_OFFICE);
		return this.receipts.nextNumber(said.receivedOn().getYear()).flatMap((number) -> {
			Receipt receipt = new Receipt(Ids.next(), number, petition.id(), this.city.code(),
					paper ? "" : this.kind.account(caller.subject()), petition.sample(), said);
			return this.receipts
				.insert(List.of(receipt), (kept) -> paper ? digest(slip(kept.id(), petition.code())) : null)
				.thenReturn(Receipt.Registered.of(receipt, petition));
		});
	}

	/**
	 * The key is not in the answer that is kept for retries.
	 */
	private ResponseEntity<Receipt.Registered> withSlip(ResponseEntity<Receipt.Registered> answer, Caller caller) {
		Receipt.@Nullable Registered registered = answer.getBody();
		if (registered == null || !caller.has(Role.PETITION_OFFICE)) {
			return answer;
		}
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.body(registered.with(slip(registered.id(), registered.code())));
	}

	/**
	 * The key of a receipt: made from its id by the vault's key, so that only its digest
	 * is kept.
	 */
	private Receipt.Slip slip(UUID receipt, String code) {
		BigInteger number = new BigInteger(this.vault.index("petition/slip/" + receipt), 16);
		StringBuilder key = new StringBuilder();
		for (int i = 0; i < KEY_LENGTH; i++) {
			key.append(LETTERS.charAt(number.shiftRight(5 * i).intValue() & 31));
		}
		return new Receipt.Slip(code, key.toString());
	}

	private String digest(Receipt.Slip slip) {
		return this.vault.index("petition/key/" + slip.code().strip().toUpperCase(Locale.ROOT) + '/'
				+ slip.key().strip().toUpperCase(Locale.ROOT));
	}

}
