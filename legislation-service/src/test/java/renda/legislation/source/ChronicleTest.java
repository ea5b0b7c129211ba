package renda.legislation.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.parse.LegalTextReader;
import renda.legislation.parse.ReadResult;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.EffectiveSource;
import renda.legislation.regulation.RegulationFixtures;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.text.History;
import renda.legislation.text.LegalAct;
import renda.legislation.text.LegalText;

import static org.assertj.core.api.Assertions.assertThat;

class ChronicleTest {

	private static List<Stage> stages(String source, boolean approvalNeeded, LocalDate... fileDate) {
		LegalText text = ((ReadResult.Read) LegalTextReader.read("", source.getBytes(StandardCharsets.UTF_8))).text();
		return Chronicle.of(text, History.of(text.events()), approvalNeeded,
				(fileDate.length > 0) ? fileDate[0] : null);
	}

	@Test
	void givesTheDayOfTheTextToItsMakingAndTheDayOfTheApprovalToItsAmendment() {
		List<Stage> stages = stages(RegulationFixtures.lanternsAmended(), true);
		assertThat(stages).extracting(Stage::effectiveOn)
			.containsExactly(LocalDate.of(2019, 10, 1), LocalDate.of(2021, 11, 27));
		assertThat(stages).extracting(Stage::source).containsExactly(EffectiveSource.STATED, EffectiveSource.APPROVAL);
		assertThat(stages).extracting(Stage::written).containsExactly(false, true);
	}

	@Test
	void holdsACityRegulationWithoutApprovalForNotInForce() {
		Stage stage = stages(RegulationFixtures.awaiting(), true).getFirst();
		assertThat(stage.effectiveOn()).isEqualTo(Days.NEVER);
		assertThat(stages(RegulationFixtures.awaiting(), false).getFirst().effectiveOn())
			.isEqualTo(LocalDate.of(2023, 3, 1));
	}

	@Test
	void leavesTheTextWithTheActBeforeTheRepeal() {
		List<Stage> stages = stages(RegulationFixtures.repealed(), true);
		assertThat(stages).extracting((stage) -> stage.act().kind())
			.containsExactly(LegalAct.Kind.ENACTED, LegalAct.Kind.REPEALED);
		assertThat(stages).extracting(Stage::written).containsExactly(true, false);
	}

	@Test
	void takesTheDateOfTheFileOnlyWhereTheHeadNoteHasNone() {
		String bare = "# 某省花灯规定\n\n<!-- INFO END -->\n\n第一条 花灯应当美观。\n\n第二条 本规定自公布之日起施行。\n";
		Stage hinted = stages(bare, false, LocalDate.of(2014, 5, 6)).getFirst();
		assertThat(hinted.effectiveOn()).isEqualTo(LocalDate.of(2014, 5, 6));
		assertThat(hinted.source()).isEqualTo(EffectiveSource.FILE_NAME);
		assertThat(stages(bare, false).getFirst().source()).isEqualTo(EffectiveSource.UNKNOWN);
		assertThat(stages(RegulationFixtures.lanterns(), true, LocalDate.of(2007, 1, 1)).getFirst().effectiveOn())
			.isEqualTo(LocalDate.of(2019, 10, 1));
	}

}
