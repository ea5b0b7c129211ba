package renda.gateway.desk;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;
import renda.gateway.problem.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The desk of whoever asks (工作台).
 */
@RestController
class DeskController {

	private static final int MOST = 200;

	private static final int USUAL = 50;

	private static final List<String> PASSED_ON = List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE,
			"X-Correlation-Id");

	private static final List<String> PARAMETERS = List.of("since", "limit");

	private final DeskComposer composer;

	DeskController(DeskComposer composer) {
		this.composer = composer;
	}

	/**
	 * What waits for the caller, what is due and what changed, over all services.
	 * @param since from when changes are told, as 2026-03-01T08:00:00+08:00; seven days
	 * back where absent
	 * @param limit the most items of each sort, 1 to 200, 50 where absent
	 * @return 200 also where a service is down, which is then named in {@code missing};
	 * 400 for a wrong parameter, 401 without a token
	 */
	@GetMapping(path = "/api/v1/desk", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<Desk>> desk(@RequestParam(required = false) @Nullable String since,
			@RequestParam(required = false) @Nullable String limit, @RequestParam MultiValueMap<String, String> given,
			@RequestHeader HttpHeaders headers, @Nullable Principal caller) {
		if (caller == null) {
			return Mono.error(new Refused(Problem.tokenWanted()));
		}
		List<Problem.Wrong> wrong = new ArrayList<>(Problem.Wrong.unknown(given.keySet(), PARAMETERS));
		OffsetDateTime from = time(since, wrong);
		int most = number(limit, wrong);
		if (!wrong.isEmpty()) {
			return Mono.error(new Refused(Problem.invalid(wrong)));
		}
		return this.composer.compose(from, most, passedOn(headers))
			.map((desk) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
				.body(desk));
	}

	private static Map<String, String> passedOn(HttpHeaders headers) {
		Map<String, String> passed = new LinkedHashMap<>();
		for (String name : PASSED_ON) {
			String value = headers.getFirst(name);
			if (value != null) {
				passed.put(name, value);
			}
		}
		return passed;
	}

	private static @Nullable OffsetDateTime time(@Nullable String since, List<Problem.Wrong> wrong) {
		if (since == null) {
			return null;
		}
		try {
			// an offset's plus sign that was not encoded arrives as a space
			return OffsetDateTime.parse(since.replace(' ', '+'));
		}
		catch (DateTimeParseException ex) {
			wrong.add(new Problem.Wrong("since",
					Text.of("请按 2026-03-01T08:00:00+08:00 的格式给出时间。", "Give a time like 2026-03-01T08:00:00+08:00.")));
			return null;
		}
	}

	private static int number(@Nullable String limit, List<Problem.Wrong> wrong) {
		if (limit == null) {
			return USUAL;
		}
		int number = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
		if (number < 1 || number > MOST) {
			wrong.add(new Problem.Wrong("limit",
					Text.of("limit 为 1 至 %d 的整数。", "limit is an integer from 1 to %d.", MOST)));
		}
		return number;
	}

}
