package renda.deputy;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.platform.security.Endpoints;
import renda.platform.test.ServiceContract;
import renda.platform.test.ServiceTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class DeputyContractTest {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Endpoints endpoints;

	private ServiceContract contract;

	@BeforeEach
	void contract() {
		this.contract = new ServiceContract(this.client, this.endpoints, "deputy");
	}

	@TestFactory
	Stream<DynamicTest> everyEndpointAnswersEveryRoleAsItsTableSays() {
		return this.contract.everyEndpointAnswersEveryRole();
	}

	@Test
	void theAuthorisationTableInTheDocumentationIsCurrent() {
		this.contract.theAuthorisationTableIsCurrent();
	}

	@Test
	void theOpenApiDocumentInTheDocumentationIsCurrent() {
		this.contract.theOpenApiDocumentIsCurrent();
	}

}
