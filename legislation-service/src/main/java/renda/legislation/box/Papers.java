package renda.legislation.box;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.security.Vault;
import renda.platform.store.Rows;
import renda.platform.vote.VotingPaper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The papers of secret ballots. Those who take one are written on the roll, and only
 * while papers are given out; what is cast afterwards is written here, without any of
 * them. See {@code docs/decisions/0005-secret-ballots.md}.
 */
@Repository
public class Papers {

	private static final String KEEP_KEY = "INSERT INTO ballot_key (ballot_id, sealed) VALUES ($1, $2)";

	private static final String READ_KEY = "SELECT sealed FROM ballot_key WHERE ballot_id = $1";

	private static final String FORGET_KEY = "DELETE FROM ballot_key WHERE ballot_id = $1";

	private static final String GIVE = """
			UPDATE ballot_roll SET blinded = $3, signed = $4
			WHERE ballot_id = $1 AND member_id = $2 AND blinded IS NULL""";

	private static final String CASTING = """
			SELECT state = 'OPEN' AND coalesce((content #>> '{opening,casting}')::boolean, false) AS casting
			FROM ballot
			WHERE id = $1""";

	/**
	 * Every batch rewrites the whole box in the order of the serials, which are random:
	 * what was put in first lies nowhere in particular, and all rows are of one
	 * transaction.
	 */
	private static final String MIX = """
			WITH before AS (
			    DELETE FROM ballot_paper WHERE ballot_id = $1 RETURNING serial, marks),
			added AS (
			    SELECT DISTINCT ON (serial) decode(serial, 'hex') AS serial, marks
			    FROM unnest($2::text[], $3::text[]) AS paper (serial, marks))
			INSERT INTO ballot_paper (ballot_id, serial, marks)
			SELECT $1, serial, marks
			FROM (SELECT serial, marks FROM before
			      UNION ALL
			      SELECT serial, marks FROM added WHERE serial NOT IN (SELECT serial FROM before)) AS box
			ORDER BY serial
			RETURNING encode(serial, 'hex') AS serial, marks""";

	private static final String BOX = "SELECT marks FROM ballot_paper WHERE ballot_id = $1 ORDER BY serial";

	private static final String KEEP_SERIALS = """
			INSERT INTO ballot_counted_paper (ballot_id, serial)
			SELECT ballot_id, serial FROM ballot_paper WHERE ballot_id = $1 ORDER BY serial""";

	private static final String DESTROY = "DELETE FROM ballot_paper WHERE ballot_id = $1";

	private static final String IS_COUNTED = """
			SELECT EXISTS (SELECT FROM ballot_counted_paper WHERE ballot_id = $1 AND serial = $2) AS counted""";

	private static final String SERIALS = """
			SELECT encode(serial, 'hex') AS serial FROM ballot_counted_paper WHERE ballot_id = $1 ORDER BY serial""";

	private final DatabaseClient database;

	private final Vault vault;

	Papers(DatabaseClient database, Vault vault) {
		this.database = database;
		this.vault = vault;
	}

	public Mono<Void> keepKey(UUID ballot, KeyPair key) {
		String plain = BlindSignatures.text(key.getPrivate().getEncoded());
		return this.database.sql(KEEP_KEY)
			.bind(0, ballot)
			.bind(1, this.vault.seal(plain, place(ballot)))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Signs what a device has blinded, while papers are given out: the private key never
	 * leaves this feature.
	 * @param known the public key
	 * @return empty where it is no number below the modulus, or the giving out has ended
	 */
	public Mono<byte[]> sign(UUID ballot, byte[] known, byte[] blinded) {
		return key(ballot)
			.flatMap(
					(key) -> Mono
						.fromCallable(() -> BlindSignatures.sign(BlindSignatures.privateKey(key),
								BlindSignatures.publicKey(known), blinded))
						.subscribeOn(Schedulers.parallel()))
			.flatMap(Mono::justOrEmpty);
	}

	/**
	 * The private key while papers are given out; empty afterwards.
	 */
	private Mono<byte[]> key(UUID ballot) {
		return this.database.sql(READ_KEY)
			.bind(0, ballot)
			.map((row) -> Rows.required(row, "sealed", byte[].class))
			.one()
			.map((sealed) -> BlindSignatures.bytes(this.vault.open(sealed, place(ballot))).orElseThrow());
	}

	/**
	 * Ends the giving out of papers: nobody can sign another one, whoever has the
	 * database.
	 */
	public Mono<Void> forgetKey(UUID ballot) {
		return this.database.sql(FORGET_KEY).bind(0, ballot).fetch().rowsUpdated().then();
	}

	/**
	 * Writes down that somebody took a paper.
	 * @return false where the person has one already
	 */
	public Mono<Boolean> give(UUID ballot, UUID member, byte[] blinded, byte[] signed) {
		return this.database.sql(GIVE)
			.bind(0, ballot)
			.bind(1, member)
			.bind(2, blinded)
			.bind(3, signed)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	Mono<Boolean> isCasting(UUID ballot) {
		return this.database.sql(CASTING).bind(0, ballot).map((row) -> Rows.flag(row, "casting")).one();
	}

	/**
	 * Puts papers into the box, in the current transaction.
	 * @param papers serial and marks; a serial that is in the box stays as it is
	 * @return what the box has for each serial
	 */
	Mono<Map<String, VotingPaper>> mix(UUID ballot, List<Paper> papers) {
		return this.database.sql(MIX)
			.bind(0, ballot)
			.bind(1, papers.stream().map(Paper::serial).toArray(String[]::new))
			.bind(2, papers.stream().map((paper) -> paper.marks().written()).toArray(String[]::new))
			.map((row) -> new Paper(Rows.text(row, "serial"), VotingPaper.read(Rows.text(row, "marks"))))
			.all()
			.collectMap(Paper::serial, Paper::marks)
			.map(HashMap::new);
	}

	/**
	 * The papers in the box.
	 */
	public Mono<List<VotingPaper>> box(UUID ballot) {
		return this.database.sql(BOX)
			.bind(0, ballot)
			.map((row) -> VotingPaper.read(Rows.text(row, "marks")))
			.all()
			.collectList();
	}

	/**
	 * Empties the box once it is counted; only which serials were in it is kept.
	 */
	public Mono<Void> counted(UUID ballot) {
		return Flux.just(KEEP_SERIALS, DESTROY)
			.concatMap((sql) -> this.database.sql(sql).bind(0, ballot).fetch().rowsUpdated())
			.then();
	}

	/**
	 * Throws the papers away uncounted.
	 */
	public Mono<Void> destroy(UUID ballot) {
		return this.database.sql(DESTROY).bind(0, ballot).fetch().rowsUpdated().then();
	}

	public Mono<Boolean> isCounted(UUID ballot, String serial) {
		return this.database.sql(IS_COUNTED)
			.bind(0, ballot)
			.bind(1, HexFormat.of().parseHex(serial))
			.map((row) -> Rows.flag(row, "counted"))
			.one();
	}

	/**
	 * One digest over all serials that were counted, in their order.
	 */
	public Mono<String> countedDigest(UUID ballot) {
		return this.database.sql(SERIALS)
			.bind(0, ballot)
			.map((row) -> Rows.text(row, "serial"))
			.all()
			.collectList()
			.map((serials) -> HexFormat.of()
				.formatHex(BlindSignatures.sha256(String.join("\n", serials).getBytes(StandardCharsets.US_ASCII))));
	}

	private static String place(UUID ballot) {
		return "ballot/" + ballot + "/key";
	}

	/**
	 * A paper.
	 *
	 * @param serial SHA-256 of its serial number, in hex
	 */
	public record Paper(String serial, VotingPaper marks) {

		/**
		 * Nothing: it is not to be found in a log.
		 */
		@Override
		public String toString() {
			return "a paper";
		}

	}

}
