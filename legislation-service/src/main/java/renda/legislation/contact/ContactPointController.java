package renda.legislation.contact;

import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerController;
import renda.legislation.ledger.LedgerDesks;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of contact points (立法法 第九十条). One that was asked for an opinion is ended
 * by {@code until}, and never taken out.
 */
@RestController
@RequestMapping(ContactPoints.PATH)
@Tag(name = "contact-points", description = "基层立法联系点（立法法 第九十条，地方组织法 第六十条）")
class ContactPointController extends LedgerController<ContactPoint, ContactPoint.Filter> {

	private final ContactPoints points;

	ContactPointController(LedgerDesks desks, ContactPoints points) {
		super(ContactPoints.LEDGER, desks);
		this.points = points;
	}

	@Override
	protected Mono<Void> checkRemoval(UUID id) {
		return this.points.requireUnheard(id);
	}

}
