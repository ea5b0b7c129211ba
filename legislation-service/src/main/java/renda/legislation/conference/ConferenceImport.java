package renda.legislation.conference;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.Ledgers;
import renda.legislation.text.RegulationTitle;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes press conferences in bulk. Regulations are named by their titles in the register,
 * several in one cell.
 */
@Component
class ConferenceImport implements ImportKind<ConferenceImport.ConferenceRow> {

	private static final String BETWEEN = "[；;]";

	private final Conferences conferences;

	private final Ledgers ledgers;

	ConferenceImport(Conferences conferences, Ledgers ledgers) {
		this.conferences = conferences;
		this.ledgers = ledgers;
	}

	@Override
	public String name() {
		return Conferences.LEDGER.name();
	}

	@Override
	public Text description() {
		return Text.of("法规新闻发布会，一行一场；法规以法规库中的标题列出，与媒体同样以“；”分隔。",
				"Press conferences, one a row; regulations by their titles in the register, and media, are separated by ；.");
	}

	@Override
	public Class<ConferenceRow> row() {
		return ConferenceRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE, Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<ConferenceRow>> rows, Command command) {
		List<String> titles = rows.stream().flatMap((row) -> parts(row.row().regulations())).toList();
		return this.conferences.madeByTitle(titles).flatMap((known) -> {
			List<Numbered<PressConference>> lines = rows.stream()
				.filter((row) -> unknown(row.row(), known).isEmpty())
				.map((row) -> new Numbered<>(row.line(), row.row().line(known)))
				.toList();
			List<RowError> errors = rows.stream()
				.filter((row) -> !unknown(row.row(), known).isEmpty())
				.map((row) -> new RowError(row.line(), "regulations",
						Text.of("法规库中没有本市制定或修订的：%s。", "The register has no such regulation made by the city: %s.",
								String.join("；", unknown(row.row(), known)))))
				.toList();
			return this.ledgers.take(Conferences.LEDGER, lines, command.caller())
				.map((applied) -> applied.plus(new Applied(0, 0, 0, errors)));
		});
	}

	private static List<String> unknown(ConferenceRow row, Map<String, UUID> known) {
		return parts(row.regulations()).filter((title) -> !known.containsKey(RegulationTitle.normalise(title)))
			.toList();
	}

	private static Stream<String> parts(@Nullable String cell) {
		return (cell == null) ? Stream.empty()
				: Arrays.stream(cell.split(BETWEEN)).map(String::strip).filter((part) -> !part.isEmpty());
	}

	/**
	 * One row.
	 */
	record ConferenceRow(@NotBlank @Size(max = 200) String title, @NotNull LocalDate heldOn,
			@Nullable @Size(max = 200) String place, @Nullable @Size(max = 500) String speakers,
			@NotBlank String regulations, @Nullable String media, @Nullable Boolean sample) {

		private PressConference line(Map<String, UUID> known) {
			List<UUID> about = parts(this.regulations).map(RegulationTitle::normalise).map(known::get).toList();
			return new PressConference(this.title, this.heldOn, this.place, this.speakers, about,
					parts(this.media).toList(), this.sample);
		}

	}

}
