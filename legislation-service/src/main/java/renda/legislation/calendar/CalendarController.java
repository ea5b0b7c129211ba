package renda.legislation.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sittings;
import renda.platform.city.CityProfile;
import renda.platform.security.Public;
import renda.platform.web.Reads;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Meetings for calendars.
 */
@RestController
@RequestMapping(Sittings.PATH + "/calendar")
@Tag(name = "meetings")
class CalendarController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final Sittings meetings;

	private final CityProfile city;

	private final Clock clock;

	CalendarController(Sittings meetings, CityProfile city, Clock clock) {
		this.meetings = meetings;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * The meetings that notice was given of, as iCalendar (RFC 5545), for calendars to
	 * follow: of the last year and to come, unless told otherwise; at most 1,000. A
	 * meeting put off is tentative, one called off cancelled.
	 */
	@Public
	@GetMapping(produces = "text/calendar")
	@Operation(summary = "会议日历 · Meetings as iCalendar (RFC 5545)")
	Mono<ResponseEntity<String>> calendar(@RequestParam(required = false) @Nullable Body body,
			@RequestParam(required = false) @Nullable LocalDate from) {
		LocalDate since = Objects.requireNonNullElseGet(from, () -> LocalDate.now(this.clock).minusYears(1));
		return this.meetings.announced(body, since)
			.map((announced) -> ResponseEntity.ok()
				.contentType(CALENDAR)
				.cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic())
				.body(MeetingCalendar.of(this.city.name().zh() + "人大会议", announced)));
	}

}
