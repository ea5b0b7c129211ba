package renda.supervision.petition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.deadline.Deadlines;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

/**
 * Matters as a kind of case: who is who in one, and who may know of it at all.
 */
public final class PetitionKind implements CaseKind<Petition, PetitionState, PetitionParty, PetitionView> {

	/** Where matters are. */
	public static final String PATH = "/api/v1/supervision/petitions";

	private static final Workflow<Petition, PetitionState, PetitionParty> WORKFLOW = PetitionWorkflow.declared();

	private static final Set<Role> ORGANS = Set.of(Role.ORGAN, Role.COMMITTEE, Role.AUDIT_OFFICE);

	private final CaseTable<Petition> table;

	private final Vault vault;

	private final Deadlines deadlines;

	PetitionKind(CaseTable<Petition> plain, Vault vault, Deadlines deadlines) {
		this.vault = vault;
		this.deadlines = deadlines;
		this.table = plain.sealed(vault)
			.flag("sample", Petition::sample)
			.date("received_on", (petition) -> petition.matter().receivedOn())
			.text("channel", (petition) -> petition.matter().channel().name())
			.text("area", (petition) -> petition.matter().area())
			.text("category", PetitionKind::category)
			.text("route", PetitionKind::route)
			.text("handler", PetitionKind::handler)
			.list("dealing", (petition) -> petition.dealing().stream().map(Destination::code).toList())
			.list("accounts", (petition) -> petition.accounts().stream().map(this::account).toList())
			.list("withheld", this::withheld)
			.date("supervised_on", (petition) -> (petition.supervision() != null) ? petition.supervision().on() : null)
			.search("search", PetitionKind::searched);
	}

	@Override
	public Workflow<Petition, PetitionState, PetitionParty> workflow() {
		return WORKFLOW;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Petition> table() {
		return this.table;
	}

	/**
	 * Whoever brings a matter is nothing else in it; whoever stepped aside is nothing in
	 * it.
	 */
	@Override
	public Set<PetitionParty> actors(Petition subject, Caller caller) {
		if (isAccused(subject, caller) || subject.recused().contains(caller.subject())) {
			return Set.of();
		}
		if (isPetitioner(subject, caller)) {
			return Set.of(PetitionParty.PETITIONER);
		}
		Set<PetitionParty> parties = EnumSet.noneOf(PetitionParty.class);
		if (caller.has(Role.PETITION_OFFICE)) {
			parties.add(PetitionParty.OFFICE);
		}
		else {
			parties.addAll(dealingAs(subject, caller));
		}
		if (caller.has(Role.CHAIR)) {
			parties.add(PetitionParty.LEADER);
		}
		if (caller.has(Role.SERVICE)) {
			parties.add(PetitionParty.DEPUTY_SERVICE);
		}
		if (parties.isEmpty() && caller.has(Role.RESIDENT)) {
			parties.add(PetitionParty.CLAIMANT);
		}
		return parties;
	}

	/**
	 * The petition office and the chairs, those who brought it, and the organs that deal
	 * with it now; never whom it accuses (信访工作条例 第三十条).
	 */
	@Override
	public boolean isVisible(Petition subject, Caller caller) {
		return !isAccused(subject, caller) && (caller.has(Role.PETITION_OFFICE) || caller.has(Role.CHAIR)
				|| isPetitioner(subject, caller) || !dealingAs(subject, caller).isEmpty());
	}

	/**
	 * An organ is accused with all who act for it, the petition office alone excepted: it
	 * also registers what is said against the congress itself.
	 */
	private static boolean isAccused(Petition subject, Caller caller) {
		if (subject.accusedAccounts().contains(caller.subject())) {
			return true;
		}
		return !caller.has(Role.PETITION_OFFICE) && !isPetitioner(subject, caller)
				&& subject.accusedOrgans().contains(caller.organ());
	}

	private static boolean isPetitioner(Petition subject, Caller caller) {
		return !caller.isAnonymous() && subject.accounts().contains(caller.subject());
	}

	private static Set<PetitionParty> dealingAs(Petition subject, Caller caller) {
		Set<PetitionParty> parties = EnumSet.noneOf(PetitionParty.class);
		if (caller.organ().isEmpty() || caller.roles().stream().noneMatch(ORGANS::contains)) {
			return parties;
		}
		Petition.Passage passage = subject.passage();
		if (passage != null && is(passage.to(), caller)) {
			parties.add(PetitionParty.HANDLER);
		}
		if (is(subject.reexaminer(), caller)) {
			parties.add(PetitionParty.REEXAMINER);
		}
		if (is(subject.reviewer(), caller)) {
			parties.add(PetitionParty.REVIEWER);
		}
		return parties;
	}

	private static boolean is(@Nullable Destination organ, Caller caller) {
		return organ != null && organ.code().equals(caller.organ());
	}

	@Override
	public List<Holder> holders(Petition subject, PetitionParty party) {
		return switch (party) {
			case OFFICE -> PetitionClocks.office(subject);
			case HANDLER -> PetitionClocks.handler(subject);
			case REEXAMINER -> PetitionClocks.reexaminer(subject);
			case REVIEWER -> PetitionClocks.reviewer(subject);
			case PETITIONER -> subject.accounts().stream().map(Holder::person).toList();
			case LEADER -> (subject.supervision() != null) ? List.of(Holder.role(Role.CHAIR)) : List.of();
			case CLAIMANT, DEPUTY_SERVICE -> List.of();
		};
	}

	@Override
	public PetitionView view(Petition subject, Caller caller) {
		return PetitionView.of(subject, actors(subject, caller));
	}

	/**
	 * Nothing of what it says, and nothing of whom it is about or from.
	 */
	@Override
	public Object published(Petition subject) {
		return PetitionView.Published.of(subject);
	}

	@Override
	public Set<Role> audience(Petition subject) {
		return (subject.suggestion() != null) ? Set.of(Role.PETITION_OFFICE, Role.SERVICE, Role.DEPUTY_OFFICE)
				: Set.of(Role.PETITION_OFFICE, Role.SERVICE);
	}

	/**
	 * The clocks of organs that deal with it no more pass to the office, so that no list
	 * of theirs names it any more.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Petition before, Petition after, Caller caller) {
		List<Holder> former = PetitionClocks.former(after);
		return former.isEmpty() ? Mono.empty()
				: this.deadlines.of(WORKFLOW.name(), after.id())
					.flatMap((clocks) -> this.deadlines.save(clocks.stream()
						.filter((clock) -> former.contains(clock.holder()))
						.map((clock) -> clock.heldBy(Holder.role(Role.PETITION_OFFICE)))
						.toList()));
	}

	@Override
	public Text deskTitle(Petition subject) {
		return Text.of("信访事项 %s", "Petition %s", subject.code());
	}

	/**
	 * The digests under which a matter is withheld from a caller.
	 */
	public String[] withheldFrom(Caller caller) {
		Stream<String> own = Stream.of(this.vault.index("petition/person/" + caller.subject()));
		return (caller.has(Role.PETITION_OFFICE) || caller.organ().isEmpty()) ? own.toArray(String[]::new)
				: Stream.concat(own, Stream.of(organ(caller.organ()))).toArray(String[]::new);
	}

	/**
	 * The digest under which an account's matters are found.
	 */
	public String account(String subject) {
		return this.vault.index("petition/account/" + subject);
	}

	private String organ(String code) {
		return this.vault.index("petition/organ/" + code);
	}

	private List<String> withheld(Petition subject) {
		return Stream
			.concat(subject.accusedOrgans().stream().map(this::organ),
					subject.accusedAccounts().stream().map((account) -> this.vault.index("petition/person/" + account)))
			.sorted()
			.toList();
	}

	private static @Nullable String category(Petition subject) {
		Petition.Assessment assessment = subject.assessment();
		return (assessment != null) ? assessment.category().name() : null;
	}

	private static @Nullable String route(Petition subject) {
		PetitionTerms.Route route = PetitionLaw.route(subject);
		return (route != null) ? route.name() : null;
	}

	private static @Nullable String handler(Petition subject) {
		Petition.Passage passage = subject.passage();
		return (passage != null) ? passage.to().code() : null;
	}

	/**
	 * What is said is sealed, and so is not searched.
	 */
	private static String searched(Petition subject) {
		Petition.Passage passage = subject.passage();
		return Bigrams.vector(subject.code() + ((passage != null) ? " " + passage.to().name() : ""), 'A');
	}

}
