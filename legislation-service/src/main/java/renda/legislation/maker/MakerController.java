package renda.legislation.maker;

import io.swagger.v3.oas.annotations.tags.Tag;
import renda.legislation.ledger.LedgerController;
import renda.legislation.ledger.LedgerDesks;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The roll of makers. An organ that is not obliged any more is ended by {@code until}.
 */
@RestController
@RequestMapping(MakerConfiguration.PATH)
@Tag(name = "filing-makers", description = "制定机关名录：负有报送备案义务的机关（监督法 第三十九条，河南监督法办法 第四十八条）")
class MakerController extends LedgerController<Maker, Maker.Filter> {

	MakerController(LedgerDesks desks) {
		super(MakerConfiguration.ROLL, desks);
	}

}
