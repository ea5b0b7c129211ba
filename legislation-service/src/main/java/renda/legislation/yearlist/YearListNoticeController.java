package renda.legislation.yearlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;

import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(YearListController.PATH)
@Tag(name = "filing-year-lists")
class YearListNoticeController {

	private final YearListNotices notices;

	private final RuleBook rules;

	private final Commands commands;

	private final Clock clock;

	YearListNoticeController(YearListNotices notices, RuleBook rules, Commands commands, Clock clock) {
		this.notices = notices;
		this.rules = rules;
		this.commands = commands;
		this.clock = clock;
	}

	/**
	 * Orders a maker on the roll to hand in an overdue list by a day. 422 FIL-20 (河南监督法办法
	 * 第六十三条) where none is overdue or the day is not to come, 400 where the organ was not
	 * on the roll, 409 where it was noticed already.
	 */
	@Allowed(Role.FILING_OFFICE)
	@PostMapping("/notices")
	@Operation(summary = "通知限期报送 · Order an overdue list to be handed in by a day")
	Mono<ResponseEntity<YearListDuty>> notice(@Valid @RequestBody YearListNotices.Notice body, Command command) {
		return run(body, body.maker(), command, (today, law) -> this.notices.notice(body, today, law));
	}

	/**
	 * Records the criticism of a maker whose notice has run out. 422 FIL-20 where it was
	 * not noticed or its day has not passed, 409 where it was criticised already.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.COUNCIL })
	@PostMapping("/criticisms")
	@Operation(summary = "通报批评 · Record the criticism of a maker that does not hand in its list")
	Mono<ResponseEntity<YearListDuty>> criticise(@Valid @RequestBody YearListNotices.Criticism body, Command command) {
		return run(body, body.maker(), command, (today, law) -> this.notices.criticise(body, today, law));
	}

	/**
	 * What a maker was told about a list: the words of the notice, and of the criticism.
	 * For the maker itself and those who may criticise; 404 for others, and where there
	 * is no notice.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.COUNCIL, Role.MAKER, Role.ORGAN })
	@GetMapping("/notices/{maker}/{year}")
	@Operation(summary = "限期报送通知与通报 · The notice on a list, and the criticism that followed")
	Mono<ResponseEntity<YearListNotices.Told>> one(@PathVariable String maker, @PathVariable int year, Caller caller) {
		boolean reads = caller.has(Role.FILING_OFFICE) || caller.has(Role.COUNCIL) || caller.organ().equals(maker);
		return this.notices.of(maker, year)
			.filter((told) -> reads)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这项通知。", "There is no such notice."))))
			.map((told) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told));
	}

	private Mono<ResponseEntity<YearListDuty>> run(Object body, String maker, Command command,
			BiFunction<LocalDate, RuleSet, Mono<YearListDuty>> work) {
		LocalDate today = LocalDate.now(this.clock);
		return this.commands.run(command, body,
				() -> this.rules.on(today)
					.flatMap((law) -> work.apply(today, law))
					.map((duty) -> Answer.done("filing-maker/" + maker, duty)));
	}

}
