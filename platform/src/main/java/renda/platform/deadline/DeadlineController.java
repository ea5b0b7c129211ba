package renda.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.rule.TimeLimit;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.store.Slice;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The clocks of the service's cases, and the calendar they are counted by.
 */
@RestController
@Tag(name = "deadlines", description = "期限：起算、届满、逾期与计算过程（民法典 第二百条至第二百零三条）")
class DeadlineController {

	private static final Duration FRESH = Duration.ofHours(1);

	private static final int FIRST_YEAR = 1949;

	private static final int LAST_YEAR = 2099;

	private final Deadlines deadlines;

	private final WorkingDays days;

	private final Listings listings;

	private final Clock clock;

	DeadlineController(Deadlines deadlines, WorkingDays days, Listings listings, Clock clock) {
		this.deadlines = deadlines;
		this.days = days;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * The clocks the caller may see, each with the steps of its computation: staff see
	 * all but restricted ones, the petition office all, and everybody else what they
	 * hold.
	 */
	@Allowed
	@GetMapping("/api/v1/${renda.service}/deadlines")
	@Operation(summary = "期限列表 · Clocks by last day, with how each was computed", description = """
			Filters: status (RUNNING, PAUSED, OVERDUE, MET, LATE, CANCELLED; without it those that have not ended), \
			kind, caseId, holder (organ:…, role:…, person:…), rule, dueBefore; on: the day asked, today or later. \
			Sort: dueOn, -dueOn. 400 for a past `on`, and for q: clocks have no text to search.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute DeadlineFilter filter, ListRequest request,
			Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate on = (filter.on() != null) ? filter.on() : today;
		if (on.isBefore(today)) {
			throw Refusal.invalid("on", Text.of("on 为今天或以后的日期。", "`on` is today or a later day."));
		}
		if (request.q() != null) {
			throw Refusal.invalid("q", Text.of("期限没有全文检索；请用 kind、rule、holder 筛选。",
					"There is no text to search; filter by kind, rule or holder."));
		}
		if (filter.holder() != null) {
			Holder.parse(filter.holder());
		}
		return this.listings.restricted(request, "deadlines",
				(page) -> this.deadlines.find(filter, page, caller)
					.map((slice) -> new Slice<>(slice.items().stream().map((one) -> Shown.of(one, on)).toList(),
							slice.next())));
	}

	/**
	 * What the State Council's notice says about a year's days. All other Saturdays and
	 * Sundays are days of rest.
	 * @param year 1949 to 2099; this year unless told
	 */
	@Public
	@GetMapping("/api/v1/${renda.service}/calendar")
	@Operation(summary = "工作日历 · Holidays and make-up workdays (调休) of a year")
	Mono<ResponseEntity<Calendar>> calendar(@RequestParam(required = false) @Nullable Integer year) {
		int asked = (year != null) ? year : LocalDate.now(this.clock).getYear();
		if (asked < FIRST_YEAR || asked > LAST_YEAR) {
			throw Refusal.invalid("year", Text.of("year 为 %s 至 %s。", "year is %s to %s.", FIRST_YEAR, LAST_YEAR));
		}
		return Mono.just(ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic())
			.body(new Calendar(asked, this.days.isAnnounced(asked), this.days.year(asked))));
	}

	/**
	 * One clock.
	 *
	 * @param code the case's readable code
	 * @param name the clock's name in the workflow
	 * @param title what has to be done
	 * @param rule the rule that sets it
	 * @param citation law and article
	 * @param holder who has to act
	 * @param startedOn the trigger, which is not counted
	 * @param limit how long
	 * @param dueOn the last day
	 * @param status how it stands on the day asked
	 * @param endedOn when it ended
	 * @param lateReason why it was met late
	 * @param prolonged how it was prolonged
	 * @param pauses when it stood still
	 * @param computed how the last day was computed, step by step
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Shown(UUID id, String kind, UUID caseId, String code, String name, Text title, String rule, String citation,
			Holder holder, LocalDate startedOn, TimeLimit limit, LocalDate dueOn, Deadline.Status status,
			@Nullable LocalDate endedOn, @Nullable String lateReason, List<Prolonged> prolonged, List<Pause> pauses,
			List<DueDate.Explained> computed, boolean restricted) {

		private static Shown of(Deadline clock, LocalDate on) {
			return new Shown(clock.id(), clock.kind(), clock.caseId(), clock.code(), clock.name(), clock.title(),
					clock.rule(), clock.citation(), clock.holder(), clock.startedOn(), clock.limit(), clock.dueOn(),
					clock.statusOn(on), clock.endedOn(), clock.lateReason().isEmpty() ? null : clock.lateReason(),
					clock.prolonged(), clock.pauses(), clock.computed(), clock.restricted());
		}

	}

	/**
	 * The calendar of a year.
	 *
	 * @param announced whether the calendar holds the year's notice; else it has weekends
	 * only
	 * @param days the days that differ from the plain week, and holidays on weekends
	 */
	record Calendar(int year, boolean announced, List<WorkingDays.Special> days) {
	}

}
