package renda.supervision;

import renda.platform.security.Endpoints;
import renda.platform.test.ServiceContract;
import renda.platform.test.ServiceContractTests;
import renda.platform.test.ServiceTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class SupervisionContractTest implements ServiceContractTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Endpoints endpoints;

	@Override
	public ServiceContract contract() {
		return new ServiceContract(this.client, this.endpoints, "supervision");
	}

}
