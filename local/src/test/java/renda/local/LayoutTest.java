package renda.local;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayoutTest {

	@Test
	void putsTheServicesBesideTheGateway() {
		Layout layout = Layout.of(Options.parse(List.of()));
		assertThat(layout.instances()).extracting(Layout.Instance::name)
			.containsExactly("legislation", "supervision", "deputy", "gateway");
		assertThat(layout.instances()).extracting(Layout.Instance::port).containsExactly(8081, 8082, 8083, 8080);
		assertThat(layout.instances()).extracting(Layout.Instance::managementPort)
			.containsExactly(8091, 8092, 8093, 8090);
	}

	@Test
	void listsEveryCopyOfAService() {
		Layout layout = Layout.of(Options.parse(List.of("--copies", "2")));
		assertThat(layout.addresses()).containsEntry("deputy", "http://127.0.0.1:8083,http://127.0.0.1:8183");
		assertThat(layout.services()).extracting(Layout.Instance::name).contains("deputy-2");
		assertThat(layout.ports()).doesNotHaveDuplicates();
	}

	@Test
	void freePortsAreAllDifferent() {
		assertThat(Layout.onFreePorts(2).ports()).doesNotHaveDuplicates().hasSize(15);
	}

}
