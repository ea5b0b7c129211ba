package renda.legislation.sender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.command.Command;
import renda.platform.security.Caller;
import renda.platform.security.Vault;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SendersTest {

	private static final String KIND = "comment";

	private static final UUID ID = new UUID(3, 4);

	private final Senders senders = new Senders(null, new Vault(Base64.getEncoder().encodeToString(new byte[32])),
			JsonMapper.shared(), new SubmissionSettings(5));

	@ParameterizedTest
	@CsvSource({ "请打13800001234找我,请打＊＊＊找我", "电话 138 0000 1234。,电话 ＊＊＊。", "+86-138-0000-1234,＊＊＊",
			"座机0371-66181234转,座机＊＊＊转", "身份证41010119900101123X号,身份证＊＊＊号", "电话１３８００００１２３４。,电话＊＊＊。",
			"卡号6222 0210 0100 1234 567,卡号＊＊＊", "账号6222021001001234567开户,账号＊＊＊开户", "旧证410101900101123号,旧证＊＊＊号",
			"传真０３７１－６６１８１２３４,传真＊＊＊", "写信到a.b+c@mail.example.com即可,写信到＊＊＊即可" })
	void whatTellsAPersonIsTakenOut(String said, String shown) {
		assertThat(Masked.of(said)).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "第三条第二款罚款20000元以上", "2026年11月28日", "甲房〔2026〕13号", "编号 123456789012", "面积12345678平方米" })
	void otherNumbersStay(String said) {
		assertThat(Masked.of(said)).isEqualTo(said);
	}

	@Test
	void aReceiptIsTheSameEachTimeOfNoOtherThingAndIsFoundHoweverItIsWritten() {
		String receipt = this.senders.receipt(KIND, ID);
		assertThat(receipt).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
			.isEqualTo(this.senders.receipt(KIND, ID))
			.isNotEqualTo(this.senders.receipt("proposal", ID))
			.isNotEqualTo(this.senders.receipt(KIND, new UUID(3, 5)));
		String kept = this.senders.digest(KIND, receipt);
		assertThat(kept).doesNotContain(receipt)
			.isEqualTo(this.senders.digest(KIND, ' ' + receipt.toLowerCase(Locale.ROOT).replace("-", " ")))
			.isNotEqualTo(this.senders.digest("proposal", receipt));
	}

	@Test
	void whatASenderSaysAboutHerselfIsSealedForItsPlace() {
		Contact contact = new Contact("梁小满", "13800001234", null, null);
		byte[] sealed = this.senders.seal(contact, KIND, ID).orElseThrow();
		assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("梁小满", "138");
		assertThat(this.senders.open(sealed, KIND, ID)).isEqualTo(contact);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.senders.open(sealed, KIND, new UUID(3, 5)));
		assertThat(this.senders.seal(new Contact(" ", null, "", null), KIND, ID)).isEmpty();
		assertThat(this.senders.seal(null, KIND, ID)).isEmpty();
	}

	@Test
	void whoHasNoAccountIsKnownByTheAddressAndWhoHasOneByIt() {
		String own = sender(Caller.ANONYMOUS, "203.0.113.7");
		assertThat(sender(Caller.ANONYMOUS, "203.0.113.7")).isEqualTo(own);
		assertThat(sender(Caller.ANONYMOUS, "203.0.113.8")).isNotEqualTo(own).doesNotContain("203.0.113.8");
		Caller known = new Caller("resident-1", "某", Set.of(), Set.of(), "");
		assertThat(sender(known, "203.0.113.7")).isEqualTo(sender(known, "203.0.113.8"))
			.isEqualTo(this.senders.account("resident-1"))
			.isNotEqualTo(own);
	}

	private String sender(Caller caller, String address) {
		return this.senders.of(new Command(caller, "POST", "/", Optional.empty(), OptionalLong.empty(), "c", address));
	}

}
