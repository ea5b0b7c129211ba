package renda.platform.test;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests of {@link ServiceContract}, for the test of a service to implement.
 */
public interface ServiceContractTests {

	/**
	 * What to check.
	 */
	ServiceContract contract();

	@TestFactory
	default Stream<DynamicTest> everyEndpointAnswersEveryRoleAsItsTableSays() {
		return contract().everyEndpointAnswersEveryRole();
	}

	@TestFactory
	default Stream<DynamicTest> everyEndpointRefusesBadInputWithoutAFault() {
		return contract().everyEndpointRefusesBadInput();
	}

	@Test
	default void theAuthorisationTableInTheDocumentationIsCurrent() {
		contract().theAuthorisationTableIsCurrent();
	}

	@Test
	default void theOpenApiDocumentInTheDocumentationIsCurrent() {
		contract().theOpenApiDocumentIsCurrent();
	}

	@Test
	default void theWorkflowsDrawnInTheDocumentationAreCurrent() {
		contract().theWorkflowDrawingsAreCurrent();
	}

}
