package renda.legislation.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import renda.legislation.bill.Bill;
import renda.legislation.competence.Making;
import renda.legislation.enactment.BillVersions;
import renda.legislation.enactment.BillVersions.Held;
import renda.legislation.impact.Referring;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCases;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Takes past bills in bulk, each with what came of it; those promulgated are linked to
 * the versions that the register has of them. A bill is known by its code; a known one is
 * left as it is.
 */
@Component
class BillImport implements ImportKind<BillImportRow> {

	private final BillKind kind;

	private final PastCases past;

	private final Referring referring;

	private final BillVersions versions;

	BillImport(BillKind kind, PastCases past, Referring referring, BillVersions versions) {
		this.kind = kind;
		this.past = past;
		this.referring = referring;
		this.versions = versions;
	}

	@Override
	public String name() {
		return "bills";
	}

	@Override
	public Text description() {
		return Text.of("历史法规案，一行一件，写明各步骤的日期与表决票数；regulations 写作 题名=ENACT;题名=REPEAL，题名须在法规库中。",
				"Past bills, one a row, with the days of their steps and the votes; regulations are title=ENACT;title=REPEAL, and the titles are in the register.");
	}

	@Override
	public Class<BillImportRow> row() {
		return BillImportRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<BillImportRow>> rows, Command command) {
		List<String> titles = rows.stream().flatMap((row) -> row.row().does().keySet().stream()).distinct().toList();
		return this.referring.byTitles(titles)
			.flatMap((register) -> this.versions.held(register.values())
				.flatMap((held) -> recorded(rows, new Known(register, held), command.caller())));
	}

	private Mono<Applied> recorded(List<Numbered<BillImportRow>> rows, Known known, Caller caller) {
		Map<String, BillImportRow> told = rows.stream()
			.map(Numbered::row)
			.collect(Collectors.toMap(BillImportRow::code, Function.identity(), (one, other) -> one));
		return this.past.record(this.kind, rows, BillImportRow::code, (row) -> lived(row, known, caller))
			.flatMap((recorded) -> Flux.fromIterable(recorded.cases())
				.filter((bill) -> bill.state() == Bill.State.PROMULGATED)
				.concatMap((bill) -> entered(bill, known.made(Objects.requireNonNull(told.get(bill.code())))))
				.then(Mono.just(recorded.applied())));
	}

	private static Lived<Bill> lived(BillImportRow row, Known known, Caller caller) {
		known.made(row);
		return new PastBill(row, known.register(), caller).lived();
	}

	private Mono<Void> entered(Bill bill, Map<Held, Making> made) {
		return Flux.fromIterable(made.entrySet())
			.concatMap((one) -> this.versions.enter(bill.id(), one.getKey().regulation(), one.getKey().version(),
					one.getValue()))
			.then();
	}

	/**
	 * What the register has.
	 */
	private record Known(Map<String, UUID> register, List<Held> versions) {

		/**
		 * The versions that a bill has made; none where it was not announced.
		 * @throws Refusal 400 where the register has none of its days
		 */
		Map<Held, Making> made(BillImportRow row) {
			if (row.promulgatedOn() == null) {
				return Map.of();
			}
			LocalDate voted = Given.required(row.votedOn(), "votedOn");
			LocalDate approved = Given.required(row.approvedOn(), "approvedOn");
			return row.does()
				.entrySet()
				.stream()
				.collect(Collectors.toMap((one) -> version(one.getKey(), voted, approved), Map.Entry::getValue));
		}

		private Held version(String title, LocalDate voted, LocalDate approved) {
			UUID regulation = PastBill.known(title, this.register);
			return this.versions.stream()
				.filter((held) -> held.regulation().equals(regulation) && held.isOf(voted, approved))
				.findFirst()
				.orElseThrow(() -> Refusal.invalid("regulations", Text.of("法规库中的%1$s没有 %2$s 通过的文本。",
						"The register has no version of %1$s passed on %2$s.", title, voted)));
		}

	}

}
