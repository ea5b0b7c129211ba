package renda.legislation.filingpast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.filing.Filing;
import renda.legislation.filing.FilingKind;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCases;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
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

	private final PastCases past;

	private final CityProfile city;

	FilingImport(FilingKind kind, PastCases past, CityProfile city) {
		this.kind = kind;
		this.past = past;
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
		List<String> referred = rows.stream().flatMap((row) -> Stream.ofNullable(row.row().refiledAs())).toList();
		return this.kind.table().byCodes(referred).flatMap((there) -> {
			Map<String, UUID> known = new HashMap<>();
			there.forEach((filing) -> known.put(filing.code(), filing.id()));
			return this.past.record(this.kind, rows, FilingRow::code, (row) -> {
				Lived<Filing> life = new PastFiling(row, command.caller()).lived(refiled(row.refiledAs(), known));
				known.put(row.code(), life.subject().id());
				return life;
			});
		}).map(PastCases.Recorded::applied);
	}

	/**
	 * The filing of the new text, which comes first.
	 */
	private static @Nullable UUID refiled(@Nullable String code, Map<String, UUID> known) {
		if (code == null) {
			return null;
		}
		UUID found = known.get(code);
		if (found == null) {
			throw Refusal.invalid("refiledAs", Text.of("没有备案 %s；新文本的一行须在前面。",
					"There is no filing %s; the row of the new text comes first.", code));
		}
		return found;
	}

}
