package renda.platform.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The rule book for readers. The rules are in memory and what was overridden is in the
 * database; a list picks the rules here and lets the database page them, so that it keeps
 * all conventions of lists.
 */
class RulePages {

	private static final List<Sort> SORTS = List.of(Sort.ascending("book").by("position", Long.class),
			Sort.ascending("id").by("code", String.class), Sort.descending("-id").by("code", String.class));

	private static final String PICKED = """
			SELECT * FROM (
			    SELECT book.code, book.position, md5(book.code)::uuid AS id,
			           coalesce(latest.set_at, '-infinity') AS modified_at
			    FROM unnest(?::text[]) WITH ORDINALITY AS book (code, position)
			    LEFT JOIN (SELECT rule, max(set_at) AS set_at FROM rule_override GROUP BY rule) AS latest
			        ON latest.rule = book.code) AS rule""";

	private final Catalogue catalogue = Catalogue.book();

	private final DatabaseClient database;

	private final RuleOverrides overrides;

	private final List<RuleUses> uses;

	RulePages(DatabaseClient database, RuleOverrides overrides, List<RuleUses> uses) {
		this.database = database;
		this.overrides = overrides;
		this.uses = uses;
	}

	/**
	 * One page of the rules wanted.
	 */
	Mono<Slice<RuleView>> list(RuleView.Filter filter, ListRequest request, LocalDate today) {
		String area = filter.area();
		if (area != null && this.catalogue.rules().stream().noneMatch((rule) -> rule.area().equals(area))) {
			throw unknown("area", this.catalogue.rules().stream().map(Rule::area).distinct().toList());
		}
		Force force = force(filter.force());
		Parameter parameter = parameter(filter.parameter());
		String[] codes = this.catalogue.rules()
			.stream()
			.filter((rule) -> filter.wants(rule, force, parameter, request.q()))
			.map(Rule::id)
			.toArray(String[]::new);
		LocalDate day = (filter.inForceOn() != null) ? filter.inForceOn() : today;
		return this.overrides.until(day)
			.map((known) -> new RuleSet(this.catalogue, day, known))
			.flatMap((rules) -> new Select(PICKED, (Object) codes).page(this.database, request, SORTS,
					(row) -> RuleView.of(rules.rule(Rows.required(row, "code", String.class)), rules)));
	}

	/**
	 * One rule with everything about it.
	 */
	Mono<Page> detail(Rule rule, LocalDate today) {
		return this.overrides.all().map((all) -> {
			RuleSet now = new RuleSet(this.catalogue, today, all);
			List<RuleView.ParameterView> parameters = this.catalogue.parametersWith(all)
				.values()
				.stream()
				.filter((parameter) -> parameter.values().stream().anyMatch((value) -> value.rule().equals(rule.id())))
				.map((parameter) -> new RuleView.ParameterView(parameter.key(), parameter.title(),
						parameter.on(today).value(), parameter.values(),
						all.stream().filter((override) -> override.parameter().equals(parameter.key())).toList()))
				.toList();
			RuleView.Detail detail = new RuleView.Detail(RuleView.of(rule, now), this.catalogue.law(rule).title(),
					rule.superseded() && !rule.inForceOn(today), parameters,
					this.uses.stream().flatMap((use) -> use.of(rule.id()).stream()).toList());
			return new Page(Integer.toUnsignedLong((now.id() + "/" + all.size()).hashCode()), detail);
		});
	}

	private @Nullable Force force(@Nullable String asked) {
		if (asked == null) {
			return null;
		}
		return Arrays.stream(Force.values())
			.filter((force) -> force.name().equals(asked) || force.tag().equals(asked))
			.findFirst()
			.orElseThrow(() -> unknown("force", Arrays.stream(Force.values()).map(Enum::name).toList()));
	}

	private @Nullable Parameter parameter(@Nullable String asked) {
		if (asked == null) {
			return null;
		}
		Parameter found = this.catalogue.parameters().get(asked);
		if (found == null) {
			throw unknown("parameter", this.catalogue.parameters().keySet());
		}
		return found;
	}

	private static Refusal unknown(String filter, Collection<String> known) {
		String names = known.stream().sorted().collect(Collectors.joining(", "));
		return Refusal.invalid(filter, Text.of("%s 可取：%s。", "%s is one of: %s.", filter, names));
	}

	/**
	 * A rule's page, and the version of it: it changes with each override and with the
	 * law.
	 */
	record Page(long version, RuleView.Detail detail) {
	}

}
