package renda.legislation.speech;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.sitting.Minutes;
import renda.legislation.sitting.Sitting;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What was said at meetings. The public reads what its speaker has confirmed, once the
 * meeting is published.
 */
@Repository
class Speeches implements Minutes {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-saidOn").by("said_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("saidOn").by("said_on", LocalDate.class).by("id", UUID.class));

	private static final String INSERT = """
			INSERT INTO meeting_speech (id, meeting_id, item_id, member_id, speaker, organ, said_on, form, minutes, text, state,
			                            search, minutes_allowed, ruling)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::tsvector, $13, $14)""";

	private static final String UPDATE = """
			UPDATE meeting_speech
			SET text = $3, state = $4, note = $5, search = $6::tsvector, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String SPOKE = """
			SELECT EXISTS (SELECT FROM meeting_speech
			               WHERE meeting_id = $1 AND item_id = $2 AND member_id = $3) AS spoke""";

	private static final String PUBLISHED = """
			(state = 'CONFIRMED' AND EXISTS (SELECT FROM meeting
			                                 WHERE meeting.id = meeting_speech.meeting_id AND meeting.state = 'PUBLISHED'))""";

	private final DatabaseClient database;

	Speeches(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Integer> unconfirmed(UUID meeting) {
		return this.database
			.sql("SELECT count(*) AS open FROM meeting_speech WHERE meeting_id = $1 AND state = 'DRAFT'")
			.bind(0, meeting)
			.map((row) -> Math.toIntExact(Rows.required(row, "open", Long.class)))
			.one();
	}

	/**
	 * The speeches a reader may read.
	 * @param office whether for those who write them down
	 * @param own who the reader is among members
	 */
	Mono<Slice<Speech>> find(UUID meeting, Filter filter, boolean office, List<UUID> own, ListRequest request) {
		Select select = new Select("SELECT * FROM meeting_speech").where("meeting_id = ?", meeting);
		if (!office) {
			select.where("(" + PUBLISHED + " OR member_id = any(?))", own.toArray(UUID[]::new));
		}
		return select.where("item_id = ?", filter.item())
			.where("member_id = ?", filter.member())
			.where("form = ?", filter.form())
			.where("state = ?", filter.state())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Speech::of);
	}

	Mono<Speech> one(UUID meeting, UUID id) {
		return this.database.sql("SELECT * FROM meeting_speech WHERE id = $1 AND meeting_id = $2")
			.bind(0, id)
			.bind(1, meeting)
			.map(Speech::of)
			.one();
	}

	Mono<Void> insert(Speech speech) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(INSERT)
			.bind(0, speech.id())
			.bind(1, speech.meeting())
			.bind(4, speech.speaker())
			.bind(5, Optional.ofNullable(speech.organ()).orElse(""))
			.bind(6, speech.saidOn())
			.bind(7, speech.form().name())
			.bind(9, speech.text())
			.bind(10, speech.state().name())
			.bind(11, Bigrams.vector(speech.text(), 'B'));
		sql = (speech.item() != null) ? sql.bind(2, speech.item()) : sql.bindNull(2, UUID.class);
		sql = (speech.member() != null) ? sql.bind(3, speech.member()) : sql.bindNull(3, UUID.class);
		sql = (speech.minutes() != null) ? sql.bind(8, speech.minutes()) : sql.bindNull(8, Integer.class);
		sql = (speech.minutesAllowed() != null) ? sql.bind(12, speech.minutesAllowed())
				: sql.bindNull(12, Integer.class);
		sql = (speech.ruling() != null) ? sql.bind(13, speech.ruling().name()) : sql.bindNull(13, String.class);
		return sql.fetch().rowsUpdated().then();
	}

	/**
	 * Whether a member has spoken on a question at a meeting.
	 */
	Mono<Boolean> hasSpoken(UUID meeting, UUID item, UUID member) {
		return this.database.sql(SPOKE)
			.bind(0, meeting)
			.bind(1, item)
			.bind(2, member)
			.map((row) -> Rows.flag(row, "spoke"))
			.one();
	}

	/**
	 * Writes a changed speech.
	 * @return whether it still was in that version
	 */
	Mono<Boolean> update(Speech speech, long version) {
		return this.database.sql(UPDATE)
			.bind(0, speech.id())
			.bind(1, version)
			.bind(2, speech.text())
			.bind(3, speech.state().name())
			.bind(4, Optional.ofNullable(speech.note()).orElse(""))
			.bind(5, Bigrams.vector(speech.text(), 'B'))
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Which speeches to list.
	 */
	@Schema(name = "SpeechFilter")
	record Filter(@Nullable UUID item, @Nullable UUID member, Sitting.@Nullable Form form, @Nullable State state) {
	}

	/**
	 * A speech.
	 *
	 * @param item the item it was about; missing for none
	 * @param member the member who spoke; missing for those without a vote
	 * @param organ the organ that somebody without a vote spoke for
	 * @param minutes how long it was
	 * @param minutesAllowed how long it might be by the rules of that day; missing for
	 * those without a vote, and where no minutes are told
	 * @param ruling what whoever presided did where it was longer
	 * @param note why it is not public
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "MeetingSpeech")
	record Speech(UUID id, UUID meeting, @Nullable UUID item, @Nullable UUID member, String speaker,
			@Nullable String organ, LocalDate saidOn, Sitting.Form form, @Nullable Integer minutes,
			@Nullable Integer minutesAllowed, @Nullable Ruling ruling, String text, State state, @Nullable String note,
			long version) {

		Speech in(State next, String words, String why) {
			return new Speech(this.id, this.meeting, this.item, this.member, this.speaker, this.organ, this.saidOn,
					this.form, this.minutes, this.minutesAllowed, this.ruling, words, next, why.isEmpty() ? null : why,
					this.version + 1);
		}

		Speech within(int allowed, @Nullable Ruling what) {
			return new Speech(this.id, this.meeting, this.item, this.member, this.speaker, this.organ, this.saidOn,
					this.form, this.minutes, allowed, what, this.text, this.state, this.note, this.version);
		}

		private static Speech of(Readable row) {
			String organ = Rows.text(row, "organ");
			String note = Rows.text(row, "note");
			String ruling = row.get("ruling", String.class);
			return new Speech(Rows.required(row, "id", UUID.class), Rows.required(row, "meeting_id", UUID.class),
					row.get("item_id", UUID.class), row.get("member_id", UUID.class), Rows.text(row, "speaker"),
					organ.isEmpty() ? null : organ, Rows.required(row, "said_on", LocalDate.class),
					Sitting.Form.valueOf(Rows.text(row, "form")), row.get("minutes", Integer.class),
					row.get("minutes_allowed", Integer.class), (ruling != null) ? Ruling.valueOf(ruling) : null,
					Rows.text(row, "text"), State.valueOf(Rows.text(row, "state")), note.isEmpty() ? null : note,
					Rows.required(row, "version", Long.class));
		}

	}

	/**
	 * What whoever presides does about a speech that is too long.
	 */
	@Schema(name = "SpeechRuling")
	enum Ruling {

		/** 同意延长. */
		EXTENDED,
		/** 制止. */
		STOPPED

	}

	/**
	 * States of a speech.
	 */
	@Schema(name = "SpeechState")
	enum State {

		/** 待发言人确认. */
		DRAFT,
		/** 发言人已确认. */
		CONFIRMED,
		/** 不予公开. */
		WITHHELD

	}

}
