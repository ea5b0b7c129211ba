package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import renda.legislation.cleanup.CleanupAction.Checker;
import renda.legislation.cleanup.CleanupAction.CleanupAddition;
import renda.legislation.cleanup.CleanupAction.CleanupAssignment;
import renda.legislation.cleanup.CleanupAction.CleanupBeginning;
import renda.legislation.cleanup.CleanupAction.CleanupBill;
import renda.legislation.cleanup.CleanupAction.CleanupCheck;
import renda.legislation.cleanup.CleanupAction.CleanupScope;
import renda.legislation.cleanup.CleanupAction.CleanupVerdict;
import renda.legislation.cleanup.CleanupAction.CleanupWords;
import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.cleanup.CleanupRound.Party;
import renda.legislation.cleanup.CleanupRound.State;
import renda.legislation.impact.Referring.Referrer;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.security.Caller;
import renda.platform.store.Ids;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A round from elsewhere, led through the steps its row tells.
 */
final class PastCleanup {

	private final CleanupImport.Row row;

	private final Map<UUID, Act> decided = new LinkedHashMap<>();

	private final Map<String, Referrer> texts = new LinkedHashMap<>();

	private final PastCase<CleanupRound, State, Party> past;

	PastCleanup(CleanupImport.Row row, Map<String, Referrer> register, Caller importer) {
		this.row = row;
		row.decided().forEach((title, act) -> {
			Referrer text = row.text(title, register);
			this.decided.put(text.id(), act);
			this.texts.put(title, text);
		});
		this.past = PastCase.of(CleanupWorkflow.DECLARED, CleanupRound.begun(Ids.next(), row.code(), row.term(),
				row.begunOn(), row.topic(), Boolean.TRUE.equals(row.sample())), importer);
	}

	/**
	 * The round with its steps and clocks.
	 */
	Lived<CleanupRound> lived() {
		LocalDate begun = this.row.begunOn();
		this.past.take("begin", begun, new CleanupBeginning(this.row.title(), this.row.field(), this.row.superior(),
				this.row.changedOn(), this.row.basis()));
		List<UUID> ids = List.copyOf(this.decided.keySet());
		this.past.take("add-items", begun, new CleanupAddition(ids, List.copyOf(this.texts.values())));
		this.past.take("assign", begun,
				new CleanupAssignment(ids.stream().map((id) -> new Checker(id, this.row.body())).toList()));
		if (this.row.completedOn() != null) {
			completed(this.row.completedOn());
		}
		return this.past.lived();
	}

	private void completed(LocalDate on) {
		this.past.take("fix-scope", this.row.begunOn(), new CleanupScope(on.plusDays(1)));
		this.decided.forEach((id, act) -> this.past.take("self-check", on, new CleanupCheck(id, act, UNKNOWN)));
		this.decided.forEach((id, act) -> this.past.take("decide-item", on,
				new CleanupVerdict(id, act, UNKNOWN, UNKNOWN, null, null, null)));
		Map<String, String> bills = this.row.started();
		this.texts.forEach((title, text) -> {
			String bill = bills.get(title);
			if (bill != null) {
				this.past.take("record-bill", on, new CleanupBill(text.id(), bill, null, null, null));
			}
		});
		this.past.take("close", on, new CleanupWords(Objects.requireNonNullElse(this.row.report(), UNKNOWN)));
	}

}
