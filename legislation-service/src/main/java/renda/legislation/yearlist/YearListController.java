package renda.legislation.yearlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.maker.Maker;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(YearListController.PATH)
@Tag(name = "filing-year-lists", description = "年度规范性文件目录与核对（河南监督法办法 第六十二条、第六十三条）")
class YearListController {

	static final String PATH = "/api/v1/legislation/filing-year-lists";

	private final YearLists lists;

	private final RuleBook rules;

	private final Commands commands;

	private final Outbox outbox;

	private final Listings listings;

	private final Clock clock;

	YearListController(YearLists lists, RuleBook rules, Commands commands, Outbox outbox, Listings listings,
			Clock clock) {
		this.lists = lists;
		this.rules = rules;
		this.commands = commands;
		this.outbox = outbox;
		this.listings = listings;
		this.clock = clock;
	}

	@Allowed({ Role.FILING_OFFICE, Role.MAKER, Role.ORGAN })
	@GetMapping
	@Operation(summary = "年度目录列表 · Yearly lists: all for the filing office, an organ's own",
			description = "Filters: maker, year.")
	Mono<ResponseEntity<Object>> list(@RequestParam(required = false) @Nullable String maker,
			@RequestParam(required = false) @Nullable Integer year, ListRequest request, Caller caller) {
		return this.listings.restricted(request, "filing-year-lists",
				(page) -> this.lists.find(own(maker, caller), year, page));
	}

	/**
	 * What is known from a yearly list or an announcement, is due, and is not filed.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.MAKER, Role.ORGAN })
	@GetMapping("/missing")
	@Operation(summary = "应报未报清单 · Documents that are due and not filed",
			description = "Filters: maker, year (of issue).")
	Mono<ResponseEntity<Object>> missing(@RequestParam(required = false) @Nullable String maker,
			@RequestParam(required = false) @Nullable Integer year, ListRequest request, Caller caller) {
		return this.listings.restricted(request, "filings-missing",
				(page) -> this.lists.missing(own(maker, caller), year, LocalDate.now(this.clock), page));
	}

	/**
	 * The makers on the roll with their lists of a year, those that handed in none
	 * included: overdue from the day after the last one (FIL-19, 河南监督法办法 第六十二条), with
	 * what the law has for it (FIL-20, 第六十三条).
	 * @param year the year of the lists; unless told, the last one
	 */
	@Allowed({ Role.FILING_OFFICE, Role.MAKER, Role.ORGAN })
	@GetMapping("/makers")
	@Operation(summary = "制定机关报送年度目录情况 · Makers on the roll and their lists of a year",
			description = "Filters: year, maker, family, status.")
	Mono<ResponseEntity<Object>> makers(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable String maker,
			@RequestParam(required = false) Maker.@Nullable Family family,
			@RequestParam(required = false) YearListDuty.@Nullable Status status, ListRequest request, Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		int asked = (year != null) ? year : today.getYear() - 1;
		if (asked < YearList.FIRST || asked > YearList.LAST) {
			return Mono.error(Refusal.invalid("year", Text.of("年份须在 %s 至 %s 之间。", "A year from %s to %s.",
					String.valueOf(YearList.FIRST), String.valueOf(YearList.LAST))));
		}
		return this.rules.on(today)
			.flatMap((law) -> this.listings.restricted(request, "filing-year-lists-makers",
					(page) -> this.lists.duties(asked, own(maker, caller), family, status, today, law, page)));
	}

	/**
	 * One list held against what is filed: which of its documents have a filing, and
	 * which filings it does not name.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.MAKER, Role.ORGAN })
	@GetMapping("/{id}")
	@Operation(summary = "目录核对 · A yearly list, held against what is filed")
	Mono<ResponseEntity<YearList.Completeness>> one(@PathVariable UUID id, Caller caller) {
		return found(id, caller).flatMap(this.lists::completeness)
			.map((checked) -> Reads.restricted(checked.list().version(), checked));
	}

	/**
	 * Hands in a year's list. 409 where there is one of the year, 422 FIL-19 (河南监督法办法
	 * 第六十二条) where it is late and nothing says why.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.MAKER, Role.ORGAN })
	@PostMapping
	@Operation(summary = "报送年度目录 · Hand in the list of a year")
	Mono<ResponseEntity<YearList.Completeness>> submit(@Valid @RequestBody YearList.Listing body, Command command) {
		Caller caller = command.caller();
		boolean office = caller.has(Role.FILING_OFFICE);
		String maker = office ? Given.orEmpty(body.maker()) : caller.organ();
		if (maker.isEmpty() || (!office && body.maker() != null && !body.maker().equals(maker))) {
			return Mono.error(Refusal.invalid("/maker", Text.of("须为本机关；由备案审查工作机构代报的写明机关代码。",
					"It is your own organ's; the filing office says whose it is.")));
		}
		LocalDate today = LocalDate.now(this.clock);
		return this.commands.run(command, body, () -> this.rules.on(today).flatMap((law) -> {
			LocalDate due = YearListDue.of(body.year(), law);
			String late = Given.orEmpty(body.late());
			if (today.isAfter(due) && late.isEmpty()) {
				return Mono.error(law.refuse("FIL-19",
						Text.of("报送年度目录的期限已于 %s 届满，请在 late 中说明原因。",
								"The list was due on %s; say in late why it comes now.", due),
						Map.of("dueOn", due, "on", today, "pointer", "/late")));
			}
			YearList list = new YearList(Ids.next(), maker, body.makerName().strip(), body.year(), due, today,
					today.isAfter(due), late, false, 1);
			return this.lists.insert(List.of(list))
				.filter((entered) -> !entered.isEmpty())
				.switchIfEmpty(Mono.error(() -> Refusal.conflict("exists-or-in-use",
						Text.of("本年度目录已报送；遗漏的用 additions 补充。",
								"The list of this year is there; add what was forgotten."))))
				.then(Mono.defer(() -> added(list, body.entries(), law)))
				.then(Mono.defer(() -> written(list, "filing.year-list-submitted")))
				.map((checked) -> Answer.created(PATH + '/' + list.id(), 1, "filing-year-list/" + list.id(), checked));
		}));
	}

	/**
	 * Adds what was forgotten; nothing is taken from a list. Needs {@code If-Match}.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.MAKER, Role.ORGAN })
	@PostMapping("/{id}/additions")
	@Operation(summary = "补充目录 · Add what was forgotten; If-Match required")
	Mono<ResponseEntity<YearList.Completeness>> add(@PathVariable UUID id, @Valid @RequestBody YearList.Addition body,
			Command command) {
		long version = command.requiredVersion();
		return this.commands.run(command, body,
				() -> found(id, command.caller()).flatMap((list) -> this.lists.touch(id, version)
					.filter(Boolean::booleanValue)
					.switchIfEmpty(Mono.error(() -> Refusal.stale(list.version())))
					.then(this.rules.on(LocalDate.now(this.clock)))
					.flatMap((law) -> added(list, body.entries(), law))
					.then(Mono.defer(() -> this.lists.byId(id)))
					.flatMap((changed) -> written(changed, "filing.year-list-completed"))
					.map((checked) -> Answer.changed(checked.list().version(), "filing-year-list/" + id, checked))));
	}

	private Mono<Set<UUID>> added(YearList list, List<YearList.Entry> entries, RuleSet law) {
		List<YearList.Entry> outside = entries.stream()
			.filter((entry) -> entry.issuedOn().getYear() != list.year())
			.toList();
		if (!outside.isEmpty()) {
			return Mono.error(Refusal.invalid("/entries", Text.of("《%s》不是 %s 年发布的。", "%s was not issued in %s.",
					outside.getFirst().title(), String.valueOf(list.year()))));
		}
		return this.lists.add(entries.stream().map((entry) -> YearLists.Added.of(list, entry, law)).toList());
	}

	private Mono<YearList.Completeness> written(YearList list, String event) {
		return this.outbox
			.append(event, "filing-year-list/" + list.id(),
					Map.of("id", list.id(), "maker", list.maker(), "year", list.year()),
					Set.of(Role.FILING_OFFICE, Role.SERVICE))
			.then(Mono.defer(() -> this.lists.completeness(list)));
	}

	private Mono<YearList> found(UUID id, Caller caller) {
		return this.lists.byId(id)
			.filter((list) -> caller.has(Role.FILING_OFFICE) || list.maker().equals(caller.organ()))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这份年度目录。", "There is no such yearly list."))));
	}

	private static @Nullable String own(@Nullable String maker, Caller caller) {
		return caller.has(Role.FILING_OFFICE) ? maker : caller.organ();
	}

}
