package renda.platform.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Walks the whole chain and finds what was changed, removed or slipped in.
 */
class AuditVerify {

	private static final int PAGE = 1000;

	private static final int MOST_FINDINGS = 20;

	private static final String READ = """
			SELECT position, entry, previous, hash, %s
			FROM audit_chain LEFT JOIN audit_entry ON id = entry
			WHERE position > $1
			ORDER BY position
			LIMIT $2""".formatted(AuditEntry.COLUMNS);

	private static final String HEAD = "SELECT position, hash FROM audit_head";

	/** One statement, one snapshot: sealing meanwhile makes no difference. */
	private static final String LOOSE = """
			SELECT id
			FROM audit_entry
			WHERE NOT EXISTS (SELECT 1 FROM audit_chain WHERE entry = id)
			  AND NOT EXISTS (SELECT 1 FROM audit_unsealed WHERE entry = id)
			ORDER BY id
			LIMIT $1""";

	private static final String LOST = """
			SELECT entry
			FROM audit_unsealed
			WHERE NOT EXISTS (SELECT 1 FROM audit_entry WHERE id = entry)
			ORDER BY entry
			LIMIT $1""";

	private final DatabaseClient database;

	AuditVerify(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Verifies everything that is sealed now.
	 * @param noted a head noted earlier as {@code position:hash}, which must still be in
	 * the chain; null: none
	 */
	Mono<Result> verify(@Nullable String noted) {
		return this.database.sql(HEAD)
			.map((row) -> new Link(Rows.required(row, "position", Long.class), null, new byte[0],
					Rows.required(row, "hash", byte[].class), null))
			.one()
			.flatMap((head) -> {
				Walk walk = new Walk(head, noted);
				return page(0)
					.expand((links) -> (links.size() < PAGE) ? Mono.empty() : page(links.getLast().position()))
					.doOnNext((links) -> links.forEach(walk::step))
					.then(Mono.fromRunnable(walk::end))
					.thenMany(Flux.concat(ids(LOOSE, "id").map((id) -> "entry %s is not in the chain".formatted(id)),
							ids(LOST, "entry").map((id) -> "entry %s was removed".formatted(id))))
					.doOnNext(walk::found)
					.then(Mono.fromSupplier(walk::result));
			});
	}

	private Mono<List<Link>> page(long after) {
		return this.database.sql(READ).bind(0, after).bind(1, PAGE).map(Link::of).all().collectList();
	}

	private Flux<UUID> ids(String statement, String column) {
		return this.database.sql(statement)
			.bind(0, MOST_FINDINGS)
			.map((row) -> Rows.required(row, column, UUID.class))
			.all()
			.collectList()
			.flatMapIterable((ids) -> ids);
	}

	/**
	 * What a verification found.
	 *
	 * @param intact whether the trail is as it was written
	 * @param entries how many entries were verified
	 * @param head the end of the chain, {@code position:hash}; note it elsewhere, and a
	 * later verification shows that nothing before it was rewritten
	 * @param findings what is wrong, the first 20
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	record Result(boolean intact, long entries, String head, List<String> findings) {
	}

	private record Link(long position, @Nullable UUID entryId, byte[] previous, byte[] hash,
			@Nullable AuditEntry entry) {

		static Link of(Readable row) {
			return new Link(Rows.required(row, "position", Long.class), Rows.required(row, "entry", UUID.class),
					Rows.required(row, "previous", byte[].class), Rows.required(row, "hash", byte[].class),
					(row.get("id", UUID.class) != null) ? AuditEntry.of(row) : null);
		}

		String mark() {
			return this.position + ":" + HexFormat.of().formatHex(this.hash);
		}

	}

	private static final class Walk {

		private final Link head;

		private final @Nullable String noted;

		private final List<String> findings = new ArrayList<>();

		private boolean notedSeen;

		private boolean headSeen;

		private long entries;

		private long position;

		private byte[] hash = new byte[0];

		private Walk(Link head, @Nullable String noted) {
			this.head = head;
			this.noted = noted;
			this.headSeen = head.position() == 0;
		}

		void step(Link link) {
			this.entries++;
			if (link.position() != this.position + 1) {
				found("positions %d to %d are missing".formatted(this.position + 1, link.position() - 1));
			}
			else if (!Arrays.equals(link.previous(), this.hash)) {
				found("position %d does not follow position %d".formatted(link.position(), this.position));
			}
			AuditEntry entry = link.entry();
			if (entry == null) {
				found("entry %s at position %d was removed".formatted(link.entryId(), link.position()));
			}
			else if (!Arrays.equals(entry.chained(link.previous()), link.hash())) {
				found("entry %s at position %d was changed".formatted(entry.id(), link.position()));
			}
			this.notedSeen |= link.mark().equals(this.noted);
			this.headSeen |= link.position() == this.head.position() && Arrays.equals(link.hash(), this.head.hash());
			this.position = link.position();
			this.hash = link.hash();
		}

		void end() {
			if (!this.headSeen) {
				found("the end of the chain, position %d, is missing or was changed".formatted(this.head.position()));
			}
			if (this.noted != null && !this.notedSeen) {
				found("the head noted earlier, %s, is not in the chain".formatted(this.noted));
			}
		}

		void found(String finding) {
			if (this.findings.size() < MOST_FINDINGS) {
				this.findings.add(finding);
			}
		}

		Result result() {
			return new Result(this.findings.isEmpty(), this.entries,
					this.position + ":" + HexFormat.of().formatHex(this.hash), List.copyOf(this.findings));
		}

	}

}
