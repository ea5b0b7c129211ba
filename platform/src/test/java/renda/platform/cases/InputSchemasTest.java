package renda.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InputSchemasTest {

	record Plain(@NotNull LocalDate day) {
	}

	record Inner(String words) {
	}

	record Part(String name, Inner inner) {
	}

	record Whole(@NotNull List<Part> parts) {
	}

	@Test
	void whatASchemaRefersToIsInIt() {
		Object schema = InputSchemas.read(Whole.class);
		assertThat(schema.toString()).doesNotContain("#/components")
			.contains("$ref=#/$defs/Part", "$ref=#/$defs/Inner");
		assertThat(((Map<?, ?>) schema).get("$defs")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys("Part", "Inner");
	}

	@Test
	void aSchemaOfPlainMembersNeedsNoOthers() {
		assertThat(InputSchemas.read(Plain.class)).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsKeys("properties", "required")
			.doesNotContainKey("$defs");
	}

}
