package renda.legislation.normative;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static renda.platform.workflow.Lists.plus;

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
public record FilingIntake(LocalDate dueOn, @Nullable LocalDate filedOn, String lateReason, List<Demand> demands,
		List<Criticism> criticisms, List<Return> returns, @Nullable Declined refusal, @Nullable Transfer transfer,
		@Nullable FilingReceipt receipt) {

	public FilingIntake {
		demands = List.copyOf(demands);
		criticisms = List.copyOf(criticisms);
		returns = List.copyOf(returns);
	}

	public static FilingIntake dueOn(LocalDate day) {
		return new FilingIntake(day, null, "", List.of(), List.of(), List.of(), null, null, null);
	}

	public boolean isLate() {
		return this.filedOn != null && this.filedOn.isAfter(this.dueOn);
	}

	public FilingIntake filed(LocalDate on, String reason) {
		return new FilingIntake(this.dueOn, on, reason, this.demands, this.criticisms, this.returns, this.refusal,
				this.transfer, this.receipt);
	}

	/**
	 * The same where the supplement moved the day of issue.
	 */
	public FilingIntake due(LocalDate day) {
		return new FilingIntake(day, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				this.refusal, this.transfer, this.receipt);
	}

	public FilingIntake demanded(Demand demand) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, plus(this.demands, demand), this.criticisms,
				this.returns, this.refusal, this.transfer, this.receipt);
	}

	public FilingIntake criticised(Criticism criticism) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands,
				plus(this.criticisms, criticism), this.returns, this.refusal, this.transfer, this.receipt);
	}

	public FilingIntake returned(Return back) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms,
				plus(this.returns, back), this.refusal, this.transfer, this.receipt);
	}

	public FilingIntake notAccepted(Declined reasons) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				reasons, this.transfer, this.receipt);
	}

	public FilingIntake transferred(Transfer to) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				this.refusal, to, this.receipt);
	}

	public FilingIntake registered(FilingReceipt given) {
		return new FilingIntake(this.dueOn, this.filedOn, this.lateReason, this.demands, this.criticisms, this.returns,
				this.refusal, this.transfer, given);
	}

	/**
	 * An order to file by a day.
	 */
	@Schema(name = "FilingDemand")
	public record Demand(LocalDate on, LocalDate by, String words) {
	}

	/**
	 * A circular criticism.
	 */
	@Schema(name = "FilingCriticism")
	public record Criticism(LocalDate on, String decision, String words) {
	}

	/**
	 * What was to be supplemented.
	 */
	@Schema(name = "FilingReturn")
	public record Return(LocalDate on, List<String> missing, String reason) {

		public Return {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * That it was not accepted.
	 */
	@Schema(name = "FilingDeclined")
	public record Declined(LocalDate on, String reason) {
	}

	/**
	 * That another organ is competent.
	 */
	@Schema(name = "FilingTransfer")
	public record Transfer(LocalDate on, String to, String reason) {
	}

}
