package renda.legislation.election;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.Settlement.CastVote;
import renda.legislation.post.Post;
import renda.legislation.slate.ElectionTerms;

/**
 * What is sent with each step of an election by the congress.
 */
public sealed interface ElectionAction {

	/**
	 * Nominates a candidate.
	 *
	 * @param account the subject of the person's tokens, where known
	 * @param introduction who the candidate is, truthfully (如实介绍)
	 * @param deputies the deputies who nominate together; missing: the presidium does
	 */
	@Schema(name = "CandidateNomination")
	record Nominate(@NotBlank @Pattern(regexp = Post.PERSON) String person, @NotBlank @Size(max = 60) String name,
			@Nullable @Size(max = 100) String account, @NotBlank @Pattern(regexp = Post.CODE) String post,
			@NotBlank @Size(max = 20_000) String introduction,
			@Nullable @Size(max = 3000) List<@NotNull UUID> deputies) implements ElectionAction {
	}

	/**
	 * An election by the congress.
	 */
	@Schema(name = "CongressElection")
	record Held(@NotBlank @Pattern(regexp = Post.PERSON) String person, @NotBlank @Size(max = 60) String name,
			@Nullable @Size(max = 100) String account, @NotBlank @Pattern(regexp = Post.CODE) String post,
			@NotNull LocalDate electedOn, @NotBlank @Size(max = 100) String session, @Positive int deputies,
			@PositiveOrZero int present, @PositiveOrZero int votesFor) implements ElectionAction {
	}

	/**
	 * Decides who stands for a post, on one paper.
	 *
	 * @param candidates the nominations, of one post
	 * @param byElection whether it fills seats within a term (补选)
	 * @param decision by what the congress decided to fill the seats that stayed empty at
	 * this session; needed where candidates were not elected before
	 * @param nominationsFrom since when candidates could be nominated; missing: since the
	 * first nomination
	 * @param method the election rules (选举办法) and the decision by which these stand
	 * @param places how many candidates the election rules let stand (正式候选人名额), where
	 * more are nominated: a preliminary election (预选) decides who; missing: all of these
	 * stand
	 */
	@Schema(name = "ElectionCall")
	record Call(@NotEmpty @Size(max = 200) List<@NotNull UUID> candidates, @NotNull @Positive Integer seats,
			@Nullable Boolean byElection, @Nullable @Size(max = 500) String decision,
			@Nullable LocalDate nominationsFrom, @NotBlank @Size(max = 500) String method,
			@Nullable @Positive Integer places) implements ElectionAction {
	}

	/**
	 * Puts a candidate on the paper of an election, or of the preliminary one; the
	 * service takes the step.
	 */
	@Schema(name = "ElectionStanding")
	record Stand(@NotNull UUID election, @NotNull ElectionTerms terms, @NotNull Field field) implements ElectionAction {
	}

	/**
	 * How a candidate came out; the service takes the step.
	 */
	@Schema(name = "ElectionVote")
	record Counted(@NotNull CastVote vote) implements ElectionAction {
	}

	/**
	 * All who stand, and the post, as the service knows them.
	 *
	 * @param candidates how many stand
	 * @param byOne the most that the presidium or one deputy has nominated of them
	 * @param seats how many hold the post at a time; missing: as many as there are
	 * @param holders how many hold it now
	 * @param leftOut how many more are nominated for it
	 */
	@Schema(name = "ElectionField")
	record Field(int candidates, int byOne, @Nullable Integer seats, int holders, int leftOut) {
	}

}
