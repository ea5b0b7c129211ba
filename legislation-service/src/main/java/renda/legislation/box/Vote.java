package renda.legislation.box;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import renda.platform.vote.Choice;

/**
 * A vote of an open ballot.
 */
@Schema(name = "BallotVote")
public record Vote(UUID member, Choice choice) {
}
