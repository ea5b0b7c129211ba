package renda.platform.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rule book. Every service shows all rules; what is overridden here is this service's
 * own, for the areas it enforces.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/rules")
@Tag(name = "规则 Rules")
class RuleController {

	private final RulePages pages;

	private final Overriding overriding;

	private final Commands commands;

	private final Listings listings;

	private final Clock clock;

	private final String path;

	RuleController(RulePages pages, Overriding overriding, Commands commands, Listings listings, Clock clock,
			String path) {
		this.pages = pages;
		this.overriding = overriding;
		this.commands = commands;
		this.listings = listings;
		this.clock = clock;
		this.path = path;
	}

	/**
	 * The rules, with their numbers on {@code inForceOn} or today. {@code q} looks for
	 * all its words in id, statement, citation and quote. {@code modifiedSince} gives the
	 * rules that were overridden since. 400 for an unknown area, force or parameter.
	 */
	@Public
	@GetMapping
	@Operation(summary = "规则列表：依据、效力、起止日期、参数 · Rules: source, force, dates, numbers")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute RuleView.Filter filter, ListRequest request) {
		return this.listings.open(request, "rules", (page) -> this.pages.list(filter, page, today()));
	}

	/**
	 * One rule: the text it comes from, its numbers with their history, and where it is
	 * applied. 404 for an unknown id.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一条规则：全文名称、参数沿革、设定记录 · One rule: its numbers over time, and who set them")
	Mono<ResponseEntity<RuleView.Detail>> one(@PathVariable String id) {
		Rule rule = known(id);
		return this.pages.detail(rule, today()).map((page) -> Reads.open(page.version(), page.detail()));
	}

	/**
	 * Sets a number of the rule from a day on, or with {@code value: null} goes back to
	 * what the law says. A later setting takes the place of earlier ones from its day on.
	 * 404 for an unknown rule; 422 where the rule fixes the number (force N, H or Z and
	 * in force), citing it; 400 for another rule's parameter, a value of another kind, or
	 * a day before today.
	 */
	@Allowed(Role.ADMINISTRATOR)
	@PostMapping("/{id}/overrides")
	@Operation(summary = "设定参数（法律未作硬性规定者） · Set a number that the law leaves open")
	Mono<ResponseEntity<RuleView.Detail>> override(@PathVariable String id,
			@Valid @RequestBody RuleView.Setting setting, Command command) {
		Rule rule = known(id);
		return this.commands.run(command, List.of(id, setting),
				() -> this.overriding.set(rule, setting, command.caller().subject())
					.then(Mono.defer(() -> this.pages.detail(rule, today())))
					.map((page) -> Answer.created(this.path + "/" + id, page.version(), "rule/" + id, page.detail())));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static Rule known(String id) {
		Rule rule = Catalogue.book().find(id);
		if (rule == null) {
			throw Refusal.notFound(Text.of("规则库中没有这条规则。", "The rule book has no such rule."));
		}
		return rule;
	}

}
