package renda.legislation.conference;

import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerController;
import renda.legislation.ledger.LedgerDesks;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Press conferences on regulations, each on such as the register has as made by the city.
 */
@RestController
@RequestMapping(Conferences.PATH)
@Tag(name = "press-conferences", description = "法规新闻发布会，与法规库中的法规多对多")
class ConferenceController extends LedgerController<PressConference, PressConference.Filter> {

	private final Conferences conferences;

	ConferenceController(LedgerDesks desks, Conferences conferences) {
		super(Conferences.LEDGER, desks);
		this.conferences = conferences;
	}

	@Override
	protected Mono<Void> check(PressConference line, String at) {
		return this.conferences.requireMade(line.regulations(), at + "/regulations");
	}

}
