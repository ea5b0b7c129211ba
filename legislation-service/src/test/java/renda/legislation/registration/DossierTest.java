package renda.legislation.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.registration.Registration.ActInput;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.EffectiveSource;
import renda.legislation.regulation.RegulationFixtures;
import renda.legislation.regulation.RegulationStatus;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.source.Reading;
import renda.legislation.source.SourceFixtures;
import renda.legislation.text.LegalAct;
import renda.platform.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DossierTest {

	private static Dossier dossier(Reading... readings) {
		Reading first = readings[0];
		Dossier dossier = new Dossier(UUID.randomUUID(), first.text().title(), first.kind(), first.maker(), true, false,
				1, List.of());
		for (Reading reading : readings) {
			dossier.take(reading);
		}
		return dossier;
	}

	private static Reading read(String source) {
		return SourceFixtures.reading("", source);
	}

	@Test
	void givesAnOlderTextItsPlaceInAHistoryKnownByItsDates() {
		Dossier dossier = dossier(read(RegulationFixtures.lanternsAmended()));
		assertThat(dossier.entries).extracting((entry) -> entry.sha256.isEmpty()).containsExactly(true, false);
		assertThat(dossier.take(read(RegulationFixtures.lanterns()))).isTrue();
		assertThat(dossier.entries).hasSize(2).allMatch((entry) -> !entry.sha256.isEmpty());
		assertThat(dossier.entries).extracting((entry) -> entry.position).containsExactly(1, 2);
		assertThat(dossier.entries).extracting((entry) -> entry.until)
			.containsExactly(dossier.entries.getLast().effectiveOn, Days.NEVER);
	}

	@Test
	void learnsNothingFromATextItHasHad() {
		Dossier dossier = dossier(read(RegulationFixtures.lanterns()));
		assertThat(dossier.take(read(RegulationFixtures.lanterns()))).isFalse();
		assertThat(dossier.entries).hasSize(1);
	}

	@Test
	void tellsFilesWithOneHeadNoteAndDifferentWordsApartByTheirDates() {
		Dossier dossier = dossier(SourceFixtures.reading("花灯(2019-10-01).md", RegulationFixtures.lanterns()),
				SourceFixtures.reading("花灯(2022-05-01).md",
						RegulationFixtures.lanterns().replace("（一）有灯；", "（一）有很多灯；")));
		assertThat(dossier.entries).extracting((entry) -> entry.source)
			.containsExactly(EffectiveSource.STATED, EffectiveSource.FILE_NAME);
		assertThat(dossier.entries.getLast().effectiveOn).isEqualTo(LocalDate.of(2022, 5, 1));
	}

	@Test
	void isWhatItIsOnADay() {
		Dossier lanterns = dossier(read(RegulationFixtures.lanterns()));
		assertThat(lanterns.status(LocalDate.of(2019, 9, 30))).isEqualTo(RegulationStatus.NOT_YET_IN_FORCE);
		assertThat(lanterns.status(LocalDate.of(2019, 10, 1))).isEqualTo(RegulationStatus.IN_FORCE);
		Dossier lamps = dossier(read(RegulationFixtures.repealed()));
		assertThat(lamps.status(LocalDate.of(2020, 6, 2))).isEqualTo(RegulationStatus.IN_FORCE);
		assertThat(lamps.status(LocalDate.of(2020, 6, 3))).isEqualTo(RegulationStatus.REPEALED);
	}

	@Test
	void comesIntoForceWhenALaterSourceTellsOfItsApproval() {
		String unapproved = RegulationFixtures.lanterns().replaceFirst("2019年7月26日.*批准\n", "");
		Dossier dossier = dossier(read(unapproved));
		assertThat(dossier.status(LocalDate.of(2020, 1, 1))).isEqualTo(RegulationStatus.NOT_YET_APPROVED);
		dossier.take(read(RegulationFixtures.lanterns()));
		assertThat(dossier.entries).singleElement().satisfies((entry) -> {
			assertThat(entry.act.approvedOn()).isEqualTo(LocalDate.of(2019, 7, 26));
			assertThat(entry.effectiveOn).isEqualTo(LocalDate.of(2019, 10, 1));
		});
		assertThat(dossier.status(LocalDate.of(2020, 1, 1))).isEqualTo(RegulationStatus.IN_FORCE);
	}

	@Test
	void changesOnlyWhatACorrectionGives() {
		Dossier dossier = dossier(read(RegulationFixtures.awaiting()));
		Entry entry = dossier.entries.getFirst();
		entry.correct(act(null, LocalDate.of(2022, 11, 25), null), dossier.needsApproval());
		assertThat(entry.source).isEqualTo(EffectiveSource.APPROVAL);
		assertThat(entry.effectiveOn).isEqualTo(LocalDate.of(2022, 11, 25));
		assertThat(entry.act.adoptedOn()).isEqualTo(LocalDate.of(2022, 10, 28));
		assertThat(entry.act.meeting()).isEqualTo("第三十八次会议");
		entry.correct(act(null, null, LocalDate.of(2023, 3, 1)), dossier.needsApproval());
		assertThat(entry.effectiveOn).isEqualTo(LocalDate.of(2023, 3, 1));
		assertThat(entry.act.approvedOn()).isEqualTo(LocalDate.of(2022, 11, 25));
	}

	@Test
	void refusesAnActATextOrATitleThatIsNotANewOneOfThisRegulation() {
		Reading lanterns = read(RegulationFixtures.lanterns());
		Dossier dossier = dossier(lanterns);
		LocalDate day = LocalDate.of(2021, 10, 29);
		Stage amendment = act(day, day, null).stage(LegalAct.Kind.AMENDED, true, null, true);
		Entry entry = dossier.enter(amendment, null);
		assertRefuses("act-exists", () -> dossier.enter(amendment, null));
		assertRefuses("text-exists", () -> dossier.put(entry, lanterns));
		assertRefuses("invalid", () -> dossier.requireTitle(read(RegulationFixtures.bridges())));
		dossier.requireTitle(read(RegulationFixtures.lanternsAmended()));
	}

	private static void assertRefuses(String slug, Runnable what) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(what::run)
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo(slug));
	}

	private static ActInput act(LocalDate adoptedOn, LocalDate approvedOn, LocalDate effectiveOn) {
		return new ActInput(adoptedOn, null, null, approvedOn, null, null, null, effectiveOn, null, null, null);
	}

}
