package renda.legislation.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a document came to the filing office.
 *
 * @param dueOn the last day on which it was to be filed
 * @param filedOn the day it was filed
 * @param lateReason why it was filed late; empty where it was not or nothing was said
 * @param demands each order to file it (责令限期报送)
 * @param criticisms each circular criticism (通报批评)
 * @param returns each time something had to be supplemented
 * @param refusal why it was not accepted
 * @param transfer to whom it was transferred
 * @param receipt the electronic receipt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilingIntake(LocalDate dueOn, @Nullable LocalDate filedOn, String lateReason, List<Demand> demands,
		List<Criticism> criticisms, List<Return> returns, @Nullable Declined refusal, @Nullable Transfer transfer,
		@Nullable FilingReceipt receipt) {

	FilingIntake {
		demands = List.copyOf(demands);
		criticisms = List.copyOf(criticisms);
		returns = List.copyOf(returns);
	}

	static FilingIntake dueOn(LocalDate day) {
		return new FilingIntake(day, null, "", List.of(), List.of(), List.of(), null, null, null);
	}

	boolean isLate() {
		return this.filedOn != null && this.filedOn.isAfter(this.dueOn);
	}

	FilingIntake filed(LocalDate on, String reason) {
		return new FilingIntake(this.dueOn, on, reason, this.demands, this.criticisms, this.returns, this.refusal,
				this.transfer, this.receipt);
	}

	/**
	 * The same where the supplement moved the day of issue.
	 */
	FilingIntake due(LocalDate day) {
		return new FilingIntake(day, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				this.refusal, this.transfer, this.receipt);
	}

	FilingIntake demanded(Demand demand) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, plus(this.demands, demand), this.criticisms,
				this.returns, this.refusal, this.transfer, this.receipt);
	}

	FilingIntake criticised(Criticism criticism) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands,
				plus(this.criticisms, criticism), this.returns, this.refusal, this.transfer, this.receipt);
	}

	FilingIntake returned(Return back) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms,
				plus(this.returns, back), this.refusal, this.transfer, this.receipt);
	}

	FilingIntake notAccepted(Declined reasons) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				reasons, this.transfer, this.receipt);
	}

	FilingIntake transferred(Transfer to) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				this.refusal, to, this.receipt);
	}

	FilingIntake registered(FilingReceipt given) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				this.refusal, this.transfer, given);
	}

	static <T> List<T> plus(List<T> known, T one) {
		List<T> all = new ArrayList<>(known);
		all.add(one);
		return List.copyOf(all);
	}

	/**
	 * An order to file by a day.
	 */
	@Schema(name = "FilingDemand")
	record Demand(LocalDate on, LocalDate by, String words) {
	}

	/**
	 * A circular criticism.
	 */
	@Schema(name = "FilingCriticism")
	record Criticism(LocalDate on, String decision, String words) {
	}

	/**
	 * What was to be supplemented.
	 */
	@Schema(name = "FilingReturn")
	record Return(LocalDate on, List<String> missing, String reason) {

		Return {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * That it was not accepted.
	 */
	@Schema(name = "FilingDeclined")
	record Declined(LocalDate on, String reason) {
	}

	/**
	 * That another organ is competent.
	 */
	@Schema(name = "FilingTransfer")
	record Transfer(LocalDate on, String to, String reason) {
	}

}
