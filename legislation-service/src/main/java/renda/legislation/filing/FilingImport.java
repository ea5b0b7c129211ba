package renda.legislation.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes filings in bulk, each with its whole life. A filing is known by its code; a known
 * one is left as it is.
 */
@Component
class FilingImport implements ImportKind<FilingRow> {

	private final FilingKind kind;

	private final Proceedings proceedings;

	private final CityProfile city;

	FilingImport(FilingKind kind, Proceedings proceedings, CityProfile city) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.city = city;
	}

	@Override
	public String name() {
		return "filings";
	}

	@Override
	public Text description() {
		return Text.of("规范性文件备案，一行一件，写明各步骤的日期；重新报送的新文件须在同一批或者此前导入。",
				"Filings, one a row, with the days of their steps; the filing of a new text is in the same batch or was imported before.");
	}

	@Override
	public Class<FilingRow> row() {
		return FilingRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.FILING_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<FilingRow>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		Set<String> codes = new HashSet<>();
		rows.forEach((numbered) -> {
			codes.add(numbered.row().code());
			if (numbered.row().refiledAs() != null) {
				codes.add(numbered.row().refiledAs());
			}
		});
		return this.kind.table().byCodes(codes).flatMap((known) -> {
			Batch batch = new Batch(command, known);
			rows.forEach(batch::take);
			return this.proceedings.record(this.kind, batch.lives()).thenReturn(batch.applied);
		});
	}

	/**
	 * What a batch comes to.
	 */
	private static final class Batch {

		private final Command command;

		private final Map<String, UUID> known = new HashMap<>();

		private final Map<LocalDate, RuleSet> laws = new HashMap<>();

		private final List<Lived<Filing>> lives = new ArrayList<>();

		private Applied applied = Applied.NOTHING;

		Batch(Command command, List<Filing> there) {
			this.command = command;
			there.forEach((filing) -> this.known.put(filing.code(), filing.id()));
		}

		List<Lived<Filing>> lives() {
			return List.copyOf(this.lives);
		}

		void take(Numbered<FilingRow> numbered) {
			FilingRow row = numbered.row();
			if (this.known.containsKey(row.code())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return;
			}
			try {
				Lived<Filing> life = new PastFiling(row, this.command.caller(), this.laws)
					.lived(refiled(row.refiledAs()));
				this.known.put(row.code(), life.subject().id());
				this.lives.add(life);
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.applied = this.applied.plus(Applied.refusedByColumn(numbered.line(), refusal));
			}
		}

		/**
		 * The filing of the new text, which comes first.
		 */
		private @Nullable UUID refiled(@Nullable String code) {
			if (code == null) {
				return null;
			}
			UUID found = this.known.get(code);
			if (found == null) {
				throw Refusal.invalid("refiledAs", Text.of("没有备案 %s；新文本的一行须在前面。",
						"There is no filing %s; the row of the new text comes first.", code));
			}
			return found;
		}

	}

}
