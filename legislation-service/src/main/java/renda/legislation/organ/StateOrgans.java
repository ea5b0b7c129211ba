package renda.legislation.organ;

import java.util.Map;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which codes tokens name the four organs. Departments have codes of their own and are
 * none of them.
 *
 * @param codes the code of each organ
 */
@ConfigurationProperties("renda.state-organs")
public record StateOrgans(@DefaultValue Map<StateOrgan, String> codes) {

	public StateOrgans {
		codes = Map.copyOf(codes);
	}

	/**
	 * Which of the four an organ is; empty for any other.
	 */
	public Optional<StateOrgan> of(String code) {
		return this.codes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(code))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/**
	 * The code of one of the four.
	 * @throws IllegalStateException where {@code renda.state-organs.codes} has none
	 */
	public String code(StateOrgan organ) {
		String code = this.codes.get(organ);
		if (code == null) {
			throw new IllegalStateException("renda.state-organs.codes has no " + organ);
		}
		return code;
	}

}
