package renda.platform.vote;

import java.util.UUID;

/**
 * Somebody who stands in an election (候选人).
 */
public record Contender(UUID id, String name) {
}
