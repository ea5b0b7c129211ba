package renda.gateway.report;

import java.util.List;

import org.junit.jupiter.api.Test;
import renda.gateway.problem.Text;
import renda.gateway.route.ServiceSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportCatalogueTest {

	private final ReportCatalogue catalogue = ReportCatalogue.load();

	@Test
	void everySentenceHasTheSameFiguresInBothLanguages() {
		for (ReportCatalogue.Section section : this.catalogue.sections()) {
			for (ReportCatalogue.Sentence sentence : section.sentences()) {
				List<String> english = ReportCatalogue.KEY.matcher(sentence.en())
					.results()
					.map((found) -> found.group(1))
					.toList();
				assertThat(sentence.keys()).isNotEmpty().containsExactlyInAnyOrderElementsOf(english);
				assertThat(sentence.service()).isIn(ServiceSettings.NAMES);
			}
		}
	}

	@Test
	void coversTheFiguresOfATerm() {
		long figures = this.catalogue.sections()
			.stream()
			.flatMap((section) -> section.sentences().stream())
			.mapToLong((sentence) -> sentence.keys().size())
			.sum();
		assertThat(figures).isBetween(55L, 70L);
	}

	@Test
	void refusesAKeyThatIsNamedTwice() {
		ReportCatalogue.Sentence sentence = new ReportCatalogue.Sentence("deputy", "{a}", "{a}");
		assertThatThrownBy(() -> new ReportCatalogue(
				List.of(new ReportCatalogue.Section(Text.of("一", "I"), List.of(sentence, sentence)))))
			.hasMessageContaining("twice");
	}

}
