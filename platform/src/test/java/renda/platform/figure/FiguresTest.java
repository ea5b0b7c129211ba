package renda.platform.figure;

import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.platform.app.SmallApplication;
import renda.platform.test.ServiceTest;
import renda.platform.web.Text;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ServiceTest(SmallApplication.class)
class FiguresTest {

	@Autowired
	private WebTestClient client;

	@Test
	void showsAFloorAndMarksAFigureThatFailsAsMissing() {
		get("term=15&asOf=2022-12-31").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.asOf")
			.isEqualTo("2022-12-31")
			.jsonPath("$.figures[?(@.key=='notes')].display")
			.isEqualTo("240余")
			.jsonPath("$.figures[?(@.key=='notes')].value")
			.isEqualTo(246)
			.jsonPath("$.figures[?(@.key=='broken')].missing")
			.isEqualTo(true)
			.jsonPath("$.figures[?(@.key=='broken')].value")
			.doesNotExist();
	}

	@Test
	void breaksDownByAGroup() {
		get("term=15&by=year").expectBody()
			.jsonPath("$.figures.length()")
			.isEqualTo(1)
			.jsonPath("$.figures[0].value")
			.isEqualTo(246)
			.jsonPath("$.figures[0].counts[1].group")
			.isEqualTo("2022");
	}

	@Test
	void aRateShowsBothNumbers() {
		for (String query : new String[] { "key=shared_notes", "by=kind" }) {
			get("term=15&" + query).expectBody()
				.jsonPath("$.figures[0].value")
				.isEqualTo(2)
				.jsonPath("$.figures[0].of")
				.isEqualTo(3)
				.jsonPath("$.figures[0].rate")
				.isEqualTo("2/3")
				.jsonPath("$.figures[0].display")
				.isEqualTo("66.7%");
		}
		get("term=15&by=kind").expectBody().jsonPath("$.figures[0].counts[0].of").isEqualTo(2);
		get("term=15&key=notes").expectBody()
			.jsonPath("$.figures[0].of")
			.doesNotExist()
			.jsonPath("$.figures[0].rate")
			.doesNotExist();
	}

	@Test
	void saysWhatIsKnownWhereSomethingIsNot() {
		unknown("by=colour", "by", "year");
		unknown("key=colour", "key", "broken, notes");
		unknown("term=3", "term", "15");
		unknown("colour=red", "colour", "asOf");
		get("asOf=soon").expectStatus().isBadRequest();
		get("term=x").expectStatus().isBadRequest();
	}

	@Test
	void doesNotStartWithTwoFiguresOfOneKey() {
		Text name = Text.of("一", "one");
		Figure figure = new Figure("same", name, name, name, false, Set.of(), (query) -> "", (query) -> Mono.empty());
		assertThatIllegalStateException()
			.isThrownBy(() -> new Figures(List.of(figure, figure), new SimpleMeterRegistry()));
	}

	private void unknown(String query, String pointer, String known) {
		get(query).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(pointer)
			.jsonPath("$.errors[0].detail")
			.value(String.class, (detail) -> assertThat(detail).contains(known));
	}

	private WebTestClient.ResponseSpec get(String query) {
		return this.client.get().uri("/api/v1/small/figures?" + query).exchange();
	}

}
