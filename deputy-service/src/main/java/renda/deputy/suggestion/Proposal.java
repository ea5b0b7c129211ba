package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Given;

/**
 * What is suggested, and by whom.
 *
 * @param field the field of work
 * @param term the term (届) of the congress whose deputies suggest it
 * @param session the number of the session (次会议) it was put forward at; missing between
 * sessions
 * @param petition the petition it was guided from; missing for none
 * @param oneMatter whether the deputy declares that it is about one matter
 * @param lead who leads it
 * @param coSigners who was asked to sign it too
 * @param proposedHandler the unit that the deputy thinks should handle it; may be empty
 * @param confidential whether its deputies asked that it is not made public
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Proposal(String title, String content, Field field, int term, @Nullable Integer session,
		@Nullable Petition petition, boolean oneMatter, Signer lead, List<CoSigner> coSigners, String proposedHandler,
		boolean confidential) {

	Proposal {
		coSigners = List.copyOf(coSigners);
	}

	boolean inSession() {
		return this.session != null;
	}

	/**
	 * The session as lists show it: {@code 15-3}, or {@code between}.
	 */
	String sessionCode() {
		return (this.session != null) ? this.term + "-" + this.session : "between";
	}

	/**
	 * Those who have signed.
	 */
	List<Signer> signed() {
		return this.coSigners.stream()
			.filter((signer) -> signer.answer() == Answer.CONFIRMED)
			.map(CoSigner::signer)
			.toList();
	}

	/**
	 * Those who have not said yet whether they sign.
	 */
	List<Signer> asked() {
		return this.coSigners.stream()
			.filter((signer) -> signer.answer() == Answer.INVITED)
			.map(CoSigner::signer)
			.toList();
	}

	Optional<CoSigner> coSigner(String account) {
		return account.isEmpty() ? Optional.empty()
				: this.coSigners.stream().filter((signer) -> signer.signer().account().equals(account)).findFirst();
	}

	/**
	 * The same with another text. Who has signed signed the text before, and is asked
	 * again.
	 */
	Proposal saying(SuggestionAction.Revision text) {
		boolean same = text.title().equals(this.title) && text.content().equals(this.content);
		List<CoSigner> asked = same ? this.coSigners : this.coSigners.stream().map(CoSigner::askedAgain).toList();
		return new Proposal(text.title(), text.content(), text.field(), this.term, text.session(), this.petition,
				Boolean.TRUE.equals(text.oneMatter()), this.lead, asked, Given.orEmpty(text.proposedHandler()),
				this.confidential);
	}

	/**
	 * The same with more deputies asked to sign; who has declined may be asked again.
	 */
	Proposal inviting(List<Signer> signers) {
		List<CoSigner> all = new ArrayList<>(this.coSigners);
		for (Signer signer : signers) {
			all.removeIf((known) -> known.signer().seat().equals(signer.seat()) && known.answer() == Answer.DECLINED);
			if (all.stream().noneMatch((known) -> known.signer().seat().equals(signer.seat()))) {
				all.add(new CoSigner(signer, Answer.INVITED, null));
			}
		}
		return withCoSigners(all);
	}

	/**
	 * The same with one deputy's answer.
	 */
	Proposal answered(String account, Answer answer, LocalDate on) {
		return withCoSigners(this.coSigners.stream()
			.map((known) -> known.signer().account().equals(account) ? new CoSigner(known.signer(), answer, on) : known)
			.toList());
	}

	private Proposal withCoSigners(List<CoSigner> signers) {
		return new Proposal(this.title, this.content, this.field, this.term, this.session, this.petition,
				this.oneMatter, this.lead, signers, this.proposedHandler, this.confidential);
	}

	Proposal confidential(boolean secret) {
		return new Proposal(this.title, this.content, this.field, this.term, this.session, this.petition,
				this.oneMatter, this.lead, this.coSigners, this.proposedHandler, secret);
	}

	/**
	 * A deputy who signs.
	 *
	 * @param seat the deputy's seat in the roster
	 * @param account the subject of the deputy's own token; empty if none is known
	 */
	record Signer(UUID seat, String name, String account) {
	}

	/**
	 * A deputy who was asked to sign.
	 *
	 * @param on the day of the answer
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CoSigner(Signer signer, Answer answer, @Nullable LocalDate on) {

		private CoSigner askedAgain() {
			return (this.answer == Answer.CONFIRMED) ? new CoSigner(this.signer, Answer.INVITED, null) : this;
		}

	}

	/**
	 * Whether somebody who was asked signs.
	 */
	enum Answer {

		/** 已邀请，待确认. */
		INVITED,
		/** 已签名确认. */
		CONFIRMED,
		/** 不参加联名. */
		DECLINED

	}

	/**
	 * The petition a suggestion was guided from.
	 */
	record Petition(UUID id, String code) {
	}

	/**
	 * Fields of work, as the report on suggestions divides them.
	 */
	enum Field {

		/** 城建城管. */
		CITY_BUILDING,
		/** 社会民生. */
		SOCIAL,
		/** 教科文卫. */
		CULTURE,
		/** 财政经济. */
		ECONOMY,
		/** 农业与环境资源. */
		AGRICULTURE,
		/** 监察司法及其他. */
		JUDICIAL

	}

}
