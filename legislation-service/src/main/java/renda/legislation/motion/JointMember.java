package renda.legislation.motion;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A member who moves something together with others.
 *
 * @param account the subject of the member's tokens; shown to nobody
 * @param inOffice whether the member was in office on the day it was moved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JointMember(UUID id, @Nullable String name, String account, boolean inOffice) {
}
