package renda.legislation.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.matter.Matter.ListDraft;
import renda.legislation.matter.Matter.MatterList;
import renda.platform.city.CityProfile;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "matters", description = "重大事项清单：报告机关、法律依据、类别、频次，应提交与逾期（河南省讨论、决定重大事项的规定）")
class MatterController {

	static final String PATH = "/api/v1/legislation/matters";

	static final String LISTS = "/api/v1/legislation/matter-lists";

	private final Matters matters;

	private final Commands commands;

	private final Listings listings;

	private final CityProfile city;

	private final Clock clock;

	MatterController(Matters matters, Commands commands, Listings listings, CityProfile city, Clock clock) {
		this.matters = matters;
		this.commands = commands;
		this.listings = listings;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Lists the items of the list in force on a day, each with its last report and the
	 * next day it is due.
	 */
	@Public
	@GetMapping(PATH)
	@Operation(summary = "重大事项清单 · The list of major matters",
			description = """
					on: the day whose list is meant, today unless told; or list: a version. Filters: reporter, obligation, frequency, \
					organ, key, overdue; q searches titles.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Matter.Filter filter, ListRequest request) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.open(request, "matters", (page) -> this.matters.find(filter, today, page));
	}

	/**
	 * One item of one version of the list.
	 */
	@Public
	@GetMapping(PATH + "/{id}")
	@Operation(summary = "清单事项 · One item")
	Mono<ResponseEntity<Matter>> one(@PathVariable UUID id) {
		return this.matters.byId(id, LocalDate.now(this.clock))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个事项。", "There is no such matter."))))
			.map((matter) -> Reads.view(true, 1, matter.shown(), matter));
	}

	/**
	 * Lists the versions of the list, the latest first.
	 */
	@Public
	@GetMapping(LISTS)
	@Operation(summary = "清单各版 · The versions of the list")
	Mono<ResponseEntity<Object>> lists(ListRequest request) {
		return this.listings.open(request, "matter-lists", this.matters::lists);
	}

	/**
	 * One version of the list; its items are at {@code /matters?list=}.
	 */
	@Public
	@GetMapping(LISTS + "/{id}")
	@Operation(summary = "一版清单 · One version of the list")
	Mono<ResponseEntity<MatterList>> version(@PathVariable UUID id) {
		return this.matters.list(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这版清单。", "There is no such list."))))
			.map((list) -> Reads.open(list.version(), list));
	}

	/**
	 * Enters a version of the list as it was decided. The version before ends on the day
	 * this one begins; it is never changed. 400 where an item does not say when it is
	 * due, or a number or key occurs twice; 409 list-exists where a version begins on
	 * that day or later.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL })
	@PostMapping(LISTS)
	@Operation(summary = "登记清单 · Enter a version of the list (地方组织法 第五十条)")
	Mono<ResponseEntity<MatterList>> enter(@Valid @RequestBody ListDraft body, Command command) {
		command.caller().requireArea(this.city.code());
		LocalDate today = LocalDate.now(this.clock);
		return this.commands.run(command, body, () -> this.matters.enter(body, today)
			.map((list) -> Answer.created(LISTS + '/' + list.id(), list.version(), "matter-list/" + list.id(), list)));
	}

}
