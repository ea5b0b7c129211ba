package renda.platform.app;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A small case: somebody is asked to see to something.
 *
 * @param owner the subject of whoever asked; not shown
 */
record Errand(UUID id, String code, Errand.State state, LocalDate stateSince, long version, String matter,
		@Nullable String organ, List<String> reports, String owner) implements Case<Errand.State, Errand> {

	@Override
	public Errand in(State next, LocalDate since, long at) {
		return new Errand(this.id, this.code, next, since, at, this.matter, this.organ, this.reports, this.owner);
	}

	Errand givenTo(String who) {
		return new Errand(this.id, this.code, this.state, this.stateSince, this.version, this.matter, who, this.reports,
				this.owner);
	}

	Errand reported(String words) {
		return new Errand(this.id, this.code, this.state, this.stateSince, this.version, this.matter, this.organ,
				Stream.concat(this.reports.stream(), Stream.of(words)).toList(), this.owner);
	}

	enum State implements CaseState {

		OPEN, GIVEN, DONE, DROPPED;

		@Override
		public Text title() {
			return Text.of(name(), name());
		}

		@Override
		public boolean isFinal() {
			return this == DONE || this == DROPPED;
		}

	}

	enum Party implements Actor {

		OWNER, OFFICE, ORGAN;

		@Override
		public Text title() {
			return Text.of(name(), name());
		}

	}

	record Open(@NotBlank @Size(max = 20) String matter) {
	}

	record Give(@NotBlank String organ) {
	}

	/**
	 * What is said.
	 *
	 * @param before how many reports there were before; filled in by the service
	 */
	record Words(@NotBlank String words,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Integer before) {
	}

	record Nothing() {
	}

	/**
	 * What everyone sees.
	 */
	record View(UUID id, String code, State state, long version, String matter, @Nullable String organ,
			List<String> reports) {
	}

}
