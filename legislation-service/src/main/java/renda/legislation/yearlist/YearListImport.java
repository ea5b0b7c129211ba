package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.legislation.normative.FilingEntry;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

import renda.legislation.normative.FilingDocument.Act;

/**
 * Takes yearly lists in bulk, one document a row. A document is known by its maker, year,
 * title and day; a known one is left as it is.
 */
@Component
class YearListImport implements ImportKind<YearListImport.Row> {

	private final YearLists lists;

	YearListImport(YearLists lists) {
		this.lists = lists;
	}

	@Override
	public String name() {
		return "filing-year-lists";
	}

	@Override
	public Text description() {
		return Text.of("年度规范性文件目录，一行一件文件。", "Yearly lists of normative documents, one document a row.");
	}

	@Override
	public Class<Row> row() {
		return Row.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.FILING_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Row>> rows, Command command) {
		Map<LocalDate, RuleSet> laws = new LinkedHashMap<>();
		return Flux.fromIterable(rows)
			.concatMap((numbered) -> one(numbered,
					laws.computeIfAbsent(numbered.row().submittedOn(), RuleBook::statutory)))
			.reduce(Applied.NOTHING, Applied::plus);
	}

	private Mono<Applied> one(Numbered<Row> numbered, RuleSet law) {
		Row row = numbered.row();
		if (row.issuedOn().getYear() != row.year()) {
			return Mono.just(new Applied(0, 0, 0, List.of(new RowError(numbered.line(), "issuedOn",
					Text.of("不是 %s 年发布的。", "It was not issued in %s.", String.valueOf(row.year()))))));
		}
		LocalDate due = YearListController.due(row.year(), law);
		YearList list = new YearList(Ids.next(), row.maker(), row.makerName(), row.year(), due, row.submittedOn(),
				row.submittedOn().isAfter(due), row.submittedOn().isAfter(due) ? "历史资料，未载明逾期原因" : "",
				Boolean.TRUE.equals(row.sample()), 1);
		return this.lists.insert(list)
			.then(Mono.defer(() -> this.lists.of(row.maker(), row.year())))
			.flatMap((known) -> this.lists.add(known,
					List.of(new YearList.Entry(row.act(), row.title(), row.number(), row.issuedOn())), law))
			.map((added) -> (added == 1) ? Applied.ONE_CREATED : Applied.ONE_UNCHANGED);
	}

	/**
	 * One document of a list.
	 */
	record Row(@NotNull @Pattern(regexp = FilingEntry.CODE) String maker, @NotBlank @Size(max = 100) String makerName,
			@NotNull @Min(2000) @Max(2100) Integer year, @NotNull @PastOrPresent LocalDate submittedOn,
			@NotNull Act act, @NotBlank @Size(max = 300) String title, @Nullable @Size(max = 100) String number,
			@NotNull @PastOrPresent LocalDate issuedOn, @Nullable Boolean sample) {
	}

}
