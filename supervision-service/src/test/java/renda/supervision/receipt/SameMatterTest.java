package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.security.Vault;
import renda.supervision.petition.Petition;
import renda.supervision.petition.PetitionAction;
import renda.supervision.petition.PetitionTerms.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class SameMatterTest {

	private final Vault vault = new Vault("dGVzdHMtb25seS0zMi1ieXRlcy1sb25nLWtleS0hISE=");

	private List<String> identities(String name, String phone, String idNumber) {
		return SameMatter.identities(said(new Petition.Petitioner(name, "某处", phone, idNumber), "某事"), this.vault);
	}

	private static PetitionAction.Registration said(Petition.Petitioner petitioner, String request) {
		return new PetitionAction.Registration(Channel.LETTER, LocalDate.of(2022, 6, 1), List.of(petitioner), request,
				null, null, 1, null, false, false, "410105", List.of());
	}

	@Test
	void knowsAPersonByIdentityNumberHoweverItIsWritten() {
		assertThat(identities("王芳", null, "41010519700101123x"))
			.isEqualTo(identities("王方", null, "４１０１０５ 19700101 123X"));
		assertThat(identities("王芳", null, "410105197001011231"))
			.isNotEqualTo(identities("王芳", null, "410105197001011232"));
	}

	@Test
	void knowsAPersonByNameAndTelephoneTogether() {
		assertThat(identities("王芳", "138-0000-1234", null)).isEqualTo(identities("王 芳", "+86 13800001234", null))
			.hasSize(1);
		assertThat(identities("王芳", "13800001234", null)).isNotEqualTo(identities("李明", "13800001234", null));
	}

	@Test
	void knowsNobodyByANameAlone() {
		assertThat(identities("王芳", null, null)).isEmpty();
		assertThat(identities(null, "13800001234", null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "要求修复文化路小区供水管道, 请求尽快修复文化路小区的供水管道, true", "要求修复文化路小区供水管道, 要求修复文化路小区供水管道, true",
			"要求修复文化路小区供水管道, 建议增加夜间公交班次, false", "要求修复文化路小区供水管道, 要求公开文化路小区账目, false" })
	void wordsAreAlikeWhereMostPairsOfCharactersAre(String one, String other, boolean alike) {
		assertThat(SameMatter.likeness(one, other) >= SameMatter.ALIKE).isEqualTo(alike);
	}

}
