package renda.platform.cases;

import java.time.Clock;
import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * The desk of whoever asks.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/desk")
@Tag(name = "desk", description = "工作台：待办、期限与动态")
class DeskController {

	private static final int MOST = 200;

	private static final int DAYS = 7;

	private final Desk desk;

	private final Clock clock;

	DeskController(Desk desk, Clock clock) {
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * What waits for the caller, what is due within thirty days or overdue, and what was
	 * done on the caller's cases.
	 * @param since from when changes are told; seven days back unless told
	 * @param limit the most items of each sort, 1 to 200
	 */
	@Allowed
	@GetMapping
	@Operation(summary = "我的工作台 · What waits for me, what is due, what changed")
	Mono<ResponseEntity<Desk.View>> desk(@RequestParam(required = false) @Nullable OffsetDateTime since,
			@RequestParam(defaultValue = "50") int limit, Caller caller) {
		if (limit < 1 || limit > MOST) {
			throw Refusal.invalid("limit", Text.of("limit 为 1 至 %d 的整数。", "limit is an integer from 1 to %d.", MOST));
		}
		OffsetDateTime from = (since != null) ? since : OffsetDateTime.now(this.clock).minusDays(DAYS);
		return this.desk.of(caller, from, limit)
			.map((view) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
	}

}
