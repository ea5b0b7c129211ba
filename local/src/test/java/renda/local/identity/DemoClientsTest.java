package renda.local.identity;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DemoClientsTest {

	private final DemoClients clients = DemoClients.load();

	@Test
	void knowsOneClientForEachRole() {
		assertThat(this.clients.all()).extracting(DemoClient::role)
			.containsExactly("chair", "council", "member", "committee", "legal-committee", "legislative-office",
					"filing-office", "budget-office", "deputy-office", "petition-office", "personnel-office",
					"general-office", "deputy", "organ", "audit-office", "maker", "resident", "station",
					"county-committee", "administrator", "operator", "service");
		assertThat(this.clients.all()).allSatisfy((client) -> {
			assertThat(client.secret()).isEqualTo("demo-" + client.role());
			assertThat(client.areas()).isNotEmpty();
		});
	}

	@Test
	void readsPersonAreasAndOrganFromTheId() {
		DemoClient client = this.clients.find("station.wang@410105,410122/jinshui-01").orElseThrow();
		assertThat(client).isEqualTo(new DemoClient("station.wang@410105,410122/jinshui-01", "station", "代表联络站 wang",
				List.of("410105", "410122"), "jinshui-01"));
		assertThat(this.clients.find("organ/water-bureau").orElseThrow().areas()).containsExactly("410100");
		assertThat(this.clients.find("deputy@").orElseThrow().areas()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "root", "deputy ", "deputy@zhengzhou", "deputy/../admin", "Deputy", "deputy.", "./deputy" })
	void doesNotKnowOthers(String id) {
		assertThat(this.clients.find(id)).isEmpty();
	}

}
