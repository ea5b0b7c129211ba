package renda.legislation.enactment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import renda.legislation.competence.Making;
import renda.platform.store.Rows;

/**
 * What the register has of bills: the versions that each has made.
 */
@Repository
public class BillVersions {

	private static final String OF = """
			SELECT regulation_id, version_id, change FROM bill_version WHERE bill_id = $1 ORDER BY regulation_id""";

	private static final String ENTER = """
			INSERT INTO bill_version (bill_id, regulation_id, version_id, change) VALUES ($1, $2, $3, $4)""";

	private static final String HELD = """
			SELECT regulation_id, id, adopted_on, approved_on FROM regulation_version WHERE regulation_id = any($1)""";

	private final DatabaseClient database;

	BillVersions(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What a bill has made.
	 */
	public Mono<List<EnteredVersion>> of(UUID bill) {
		return this.database.sql(OF)
			.bind(0, bill)
			.map((row) -> EnteredVersion.of(Rows.required(row, "regulation_id", UUID.class),
					Rows.required(row, "version_id", UUID.class), Making.valueOf(Rows.text(row, "change"))))
			.all()
			.collectList();
	}

	/**
	 * Notes what a bill has made.
	 */
	public Mono<Void> enter(UUID bill, UUID regulation, UUID version, Making change) {
		return this.database.sql(ENTER)
			.bind(0, bill)
			.bind(1, regulation)
			.bind(2, version)
			.bind(3, change.name())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The versions that the register has of regulations.
	 */
	public Mono<List<Held>> held(Collection<UUID> regulations) {
		return this.database.sql(HELD)
			.bind(0, regulations.toArray(UUID[]::new))
			.map((row) -> new Held(Rows.required(row, "regulation_id", UUID.class),
					Rows.required(row, "id", UUID.class), row.get("adopted_on", LocalDate.class),
					row.get("approved_on", LocalDate.class)))
			.all()
			.collectList();
	}

	/**
	 * A version of the register.
	 */
	public record Held(UUID regulation, UUID version, @Nullable LocalDate adoptedOn, @Nullable LocalDate approvedOn) {

		/**
		 * Whether it is what a bill has made that was passed and approved on these days.
		 * The head note of an amended text tells the day of the approval alone.
		 */
		public boolean isOf(LocalDate passedOn, LocalDate approved) {
			return passedOn.equals(this.adoptedOn) || (this.adoptedOn == null && approved.equals(this.approvedOn));
		}

	}

	/**
	 * A version of the register that a bill has made.
	 *
	 * @param change what was done to the regulation
	 * @param href where its text is
	 */
	public record EnteredVersion(UUID regulation, UUID version, Making change, String href) {

		private static EnteredVersion of(UUID regulation, UUID version, Making change) {
			String path = "/api/v1/legislation/regulations/" + regulation;
			return new EnteredVersion(regulation, version, change,
					(change == Making.REPEAL) ? path + "/versions/" + version : path + "/text?version=" + version);
		}

	}

}
