package renda.legislation.sender;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

import renda.platform.command.AnsweredBefore;
import renda.platform.command.Command;
import renda.platform.security.Vault;
import renda.platform.store.Rows;

/**
 * Knows senders by keyed digests, gives out receipts, and seals what senders say about
 * themselves.
 */
@Service
public class Senders {

	private static final String COUNT = """
			INSERT INTO submission_count (kind, sender, hour, sent)
			VALUES ($1, $2, date_trunc('hour', clock_timestamp()), 1)
			ON CONFLICT (kind, sender, hour) DO UPDATE SET sent = submission_count.sent + 1
			RETURNING sent""";

	/** Without letters that are taken for digits. */
	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 16;

	private static final int GROUP = 4;

	private final DatabaseClient database;

	private final Vault vault;

	private final JsonMapper json;

	private final SubmissionSettings settings;

	Senders(DatabaseClient database, Vault vault, JsonMapper json, SubmissionSettings settings) {
		this.database = database;
		this.vault = vault;
		this.json = json;
		this.settings = settings;
	}

	/**
	 * The digest of the account, or without one of the address a request came from.
	 */
	public String of(Command command) {
		return command.caller().isAnonymous() ? this.vault.index("sender/address/" + command.address())
				: account(command.caller().subject());
	}

	/**
	 * The digest of an account.
	 */
	public String account(String subject) {
		return this.vault.index("sender/account/" + subject);
	}

	/**
	 * Counts one more of a sender, in the current transaction.
	 * @return whether the sender has sent more than one may within this hour
	 */
	public Mono<Boolean> floods(String kind, String sender) {
		return this.database.sql(COUNT)
			.bind(0, kind)
			.bind(1, sender)
			.map((row) -> Rows.required(row, "sent", Integer.class) > this.settings.perHour())
			.one();
	}

	/**
	 * The receipt of what was sent: made from its id by the vault's key, so that only its
	 * digest is kept. It cannot be guessed, and whoever has it reads the answer.
	 */
	public String receipt(String kind, UUID id) {
		BigInteger number = new BigInteger(this.vault.index(kind + "/receipt/" + id), 16);
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			if (i > 0 && i % GROUP == 0) {
				code.append('-');
			}
			code.append(LETTERS.charAt(number.shiftRight(5 * i).intValue() & 31));
		}
		return code.toString();
	}

	/**
	 * The answer to a retry, with the receipt that the first answer had: whoever did not
	 * get that one would find nothing.
	 */
	public AnsweredBefore again(String kind, AnsweredBefore before) {
		return before.with((body) -> {
			ObjectNode taken = this.json.readValue(body, ObjectNode.class);
			taken.put("receipt", receipt(kind, UUID.fromString(taken.path("id").asString())));
			return this.json.writeValueAsString(taken);
		});
	}

	/**
	 * What is kept of a receipt.
	 */
	public String digest(String kind, String receipt) {
		return this.vault.index(kind + "/digest/" + receipt.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT));
	}

	/**
	 * Seals what a sender says about herself; empty where she says nothing.
	 */
	public Optional<byte[]> seal(@Nullable Contact contact, String kind, UUID id) {
		return (contact == null || contact.isEmpty()) ? Optional.empty()
				: Optional.of(this.vault.seal(this.json.writeValueAsString(contact), place(kind, id)));
	}

	public Contact open(byte[] sealed, String kind, UUID id) {
		return this.json.readValue(this.vault.open(sealed, place(kind, id)), Contact.class);
	}

	private static String place(String kind, UUID id) {
		return kind + '/' + id + "/contact";
	}

}
