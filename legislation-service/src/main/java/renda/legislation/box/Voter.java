package renda.legislation.box;

import java.util.UUID;

/**
 * Somebody entitled.
 *
 * @param account the subject of the person's tokens; empty where none is known
 * @param present whether the person had signed in
 * @param remote whether the person attends from afar
 * @param tookPaper whether the person took a paper of a secret ballot
 */
public record Voter(UUID member, String name, String account, boolean present, boolean remote, boolean tookPaper) {
}
