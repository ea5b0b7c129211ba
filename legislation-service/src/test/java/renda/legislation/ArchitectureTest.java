package renda.legislation;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import renda.platform.test.HouseRules;

class ArchitectureTest {

	@TestFactory
	Stream<DynamicTest> keepsTheHouseRules() {
		return HouseRules.of("renda.legislation");
	}

}
