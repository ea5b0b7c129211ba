package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.normative.FilingDocument.Act;
import renda.legislation.normative.FilingEntry;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes yearly lists in bulk, one document a row. A document is known by its maker, year,
 * title and day; a known one is left as it is. A list that gains a document is another
 * version of itself.
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
		return Text.of("年度规范性文件目录，一行一件文件；全年没有文件的，一行只写机关、年度和报送日期。",
				"Yearly lists of normative documents, one document a row; a year without any is a row without title, act and day.");
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
		List<RowError> errors = rows.stream()
			.<RowError>mapMulti((row, next) -> error(row).ifPresent(next::accept))
			.toList();
		List<Row> fine = rows.stream().filter((row) -> error(row).isEmpty()).map(Numbered::row).toList();
		Applied refused = new Applied(0, 0, 0, errors);
		return fine.isEmpty() ? Mono.just(refused) : taken(fine).map(refused::plus);
	}

	private static Optional<RowError> error(Numbered<Row> numbered) {
		Row row = numbered.row();
		if (row.isEmpty()) {
			return Optional.empty();
		}
		String missing = Given.isBlank(row.title()) ? "title"
				: (row.act() == null) ? "act" : (row.issuedOn() == null) ? "issuedOn" : "";
		if (!missing.isEmpty()) {
			return Optional.of(new RowError(numbered.line(), missing, Text.of("须填写；本年度没有文件的，title、act、issuedOn 均不填写。",
					"Say it; where the year has no document, say none of title, act and issuedOn.")));
		}
		return (row.issuedOn() != null && row.issuedOn().getYear() == row.year()) ? Optional.empty()
				: Optional.of(new RowError(numbered.line(), "issuedOn",
						Text.of("不是 %s 年发布的。", "It was not issued in %s.", String.valueOf(row.year()))));
	}

	/**
	 * Takes all rows with one statement for the lists and one for their documents.
	 */
	private Mono<Applied> taken(List<Row> rows) {
		Map<LocalDate, RuleSet> laws = new HashMap<>();
		Map<Key, YearList> wanted = new LinkedHashMap<>();
		rows.forEach((row) -> wanted.computeIfAbsent(Key.of(row), (key) -> row.list(law(laws, row))));
		List<YearList> lists = List.copyOf(wanted.values());
		return this.lists.insert(lists).flatMap((fresh) -> this.lists.known(lists).flatMap((known) -> {
			Map<Key, YearList> byKey = new HashMap<>();
			known.forEach((list) -> byKey.put(Key.of(list), list));
			List<YearLists.Added> entries = rows
				.stream().<YearLists
						.Added>mapMulti(
								(row, next) -> row.entry()
									.ifPresent((entry) -> next.accept(YearLists.Added
										.of(Objects.requireNonNull(byKey.get(Key.of(row))), entry, law(laws, row)))))
				.toList();
			return this.lists.add(entries).flatMap((added) -> {
				Set<UUID> changed = entries.stream()
					.filter((entry) -> added.contains(entry.id()))
					.map((entry) -> entry.list().id())
					.filter((list) -> !fresh.contains(list))
					.collect(Collectors.toSet());
				long bare = rows.stream().filter(Row::isEmpty).map(Key::of).distinct().filter((key) -> {
					YearList list = byKey.get(key);
					return list != null && fresh.contains(list.id());
				}).count();
				int created = (int) bare + added.size();
				return this.lists.touch(changed).thenReturn(new Applied(created, 0, rows.size() - created, List.of()));
			});
		}));
	}

	private static RuleSet law(Map<LocalDate, RuleSet> laws, Row row) {
		return laws.computeIfAbsent(row.submittedOn(), RuleBook::statutory);
	}

	/**
	 * By what lists are known.
	 */
	private record Key(String maker, int year) {

		static Key of(Row row) {
			return new Key(row.maker(), row.year());
		}

		static Key of(YearList list) {
			return new Key(list.maker(), list.year());
		}

	}

	/**
	 * One document of a list; or that a maker's year has none, where title, act and day
	 * are missing.
	 */
	record Row(@NotNull @Pattern(regexp = FilingEntry.CODE) String maker, @NotBlank @Size(max = 100) String makerName,
			@NotNull @Min(YearList.FIRST) @Max(YearList.LAST) Integer year,
			@NotNull @PastOrPresent LocalDate submittedOn, @Nullable Act act, @Nullable @Size(max = 300) String title,
			@Nullable @Size(max = 100) String number, @Nullable @PastOrPresent LocalDate issuedOn,
			@Nullable Boolean sample) {

		boolean isEmpty() {
			return Given.isBlank(this.title) && this.act == null && this.issuedOn == null;
		}

		YearList list(RuleSet law) {
			LocalDate due = YearListDue.of(this.year, law);
			boolean late = this.submittedOn.isAfter(due);
			return new YearList(Ids.next(), this.maker, this.makerName, this.year, due, this.submittedOn, late,
					late ? "历史资料，未载明逾期原因" : "", Boolean.TRUE.equals(this.sample), 1);
		}

		Optional<YearList.Entry> entry() {
			return (this.act != null && this.title != null && this.issuedOn != null)
					? Optional.of(new YearList.Entry(this.act, this.title, this.number, this.issuedOn))
					: Optional.empty();
		}

	}

}
