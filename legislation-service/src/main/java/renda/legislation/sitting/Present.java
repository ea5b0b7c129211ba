package renda.legislation.sitting;

import java.util.UUID;

/**
 * A member who has signed in.
 *
 * @param member the member
 * @param remote whether the member attends from afar
 */
public record Present(UUID member, boolean remote) {
}
