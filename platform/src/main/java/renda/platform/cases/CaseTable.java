package renda.platform.cases;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.security.Caller;
import renda.platform.security.Vault;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.workflow.Case;

/**
 * The table of a kind of case. A row is a case: its record whole in {@code content}, and
 * beside it the columns that lists filter and sort by, written from the record. Every
 * table has {@code id, code, state, state_since, version, modified_at, content}; the
 * feature names the others.
 *
 * <pre>
 * CaseTable.of("suggestion", Suggestion.class, database, json)
 *     .text("field", (suggestion) -&gt; suggestion.field().name())
 *     .list("handlers", Suggestion::handlers);
 * </pre>
 *
 * @param <C> the case
 */
public final class CaseTable<C extends Case<?, C>> implements CaseStore<C> {

	private final String name;

	private final Class<C> type;

	private final DatabaseClient database;

	private final JsonMapper json;

	private final @Nullable Vault vault;

	private final List<Column<C>> columns;

	private CaseTable(String name, Class<C> type, DatabaseClient database, JsonMapper json, @Nullable Vault vault,
			List<Column<C>> columns) {
		this.name = name;
		this.type = type;
		this.database = database;
		this.json = json;
		this.vault = vault;
		this.columns = List.copyOf(columns);
	}

	/**
	 * A table without further columns.
	 * @param type the record that {@code content} holds; a member it does not know is
	 * left out when read, so that an older version still reads what a newer one wrote
	 */
	public static <C extends Case<?, C>> CaseTable<C> of(String name, Class<C> type, DatabaseClient database,
			JsonMapper json) {
		JsonMapper lenient = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		List<Column<C>> every = List.of(new Column<>("id", "uuid", UUID.class, Case::id),
				new Column<>("code", "text", String.class, Case::code),
				new Column<>("state", "text", String.class, (subject) -> subject.state().name()),
				new Column<>("state_since", "date", LocalDate.class, Case::stateSince),
				new Column<>("version", "bigint", Long.class, Case::version));
		return new CaseTable<>(name, type, database, lenient, null, every);
	}

	/**
	 * The same table with {@code content} encrypted ({@code bytea}).
	 */
	public CaseTable<C> sealed(Vault key) {
		return new CaseTable<>(this.name, this.type, this.database, this.json, key, this.columns);
	}

	public CaseTable<C> text(String column, Function<C, @Nullable String> value) {
		return with(new Column<>(column, "text", String.class, value::apply));
	}

	public CaseTable<C> integer(String column, Function<C, @Nullable Integer> value) {
		return with(new Column<>(column, "integer", Integer.class, value::apply));
	}

	public CaseTable<C> date(String column, Function<C, @Nullable LocalDate> value) {
		return with(new Column<>(column, "date", LocalDate.class, value::apply));
	}

	public CaseTable<C> flag(String column, Function<C, Boolean> value) {
		return with(new Column<>(column, "boolean", Boolean.class, value::apply));
	}

	public CaseTable<C> id(String column, Function<C, @Nullable UUID> value) {
		return with(new Column<>(column, "uuid", UUID.class, value::apply));
	}

	/**
	 * A column of type {@code text[]}.
	 */
	public CaseTable<C> list(String column, Function<C, ? extends Collection<String>> value) {
		return with(new Column<>(column, "text[]", String.class, (subject) -> String.join("\n", value.apply(subject))));
	}

	/**
	 * A column of type {@code tsvector}; the value is its text, as {@code Bigrams} gives
	 * it.
	 */
	public CaseTable<C> search(String column, Function<C, String> value) {
		return with(new Column<>(column, "tsvector", String.class, value::apply));
	}

	@Override
	public boolean isSealed() {
		return this.vault != null;
	}

	@Override
	public byte[] seal(String plain, String place) {
		return Objects.requireNonNull(this.vault).seal(plain, this.name + '/' + place);
	}

	@Override
	public String unseal(byte[] sealed, String place) {
		return Objects.requireNonNull(this.vault).open(sealed, this.name + '/' + place);
	}

	@Override
	public Mono<C> byId(UUID id) {
		return one("SELECT id, content FROM " + this.name + " WHERE id = $1", id);
	}

	@Override
	public Mono<C> locked(UUID id) {
		return one("SELECT id, content FROM " + this.name + " WHERE id = $1 FOR UPDATE", id);
	}

	@Override
	public Mono<List<C>> locked(Collection<UUID> ids) {
		return several(" ORDER BY id FOR UPDATE", ids);
	}

	@Override
	public Mono<List<C>> byIds(Collection<UUID> ids) {
		return several("", ids);
	}

	private Mono<List<C>> several(String how, Collection<UUID> ids) {
		return this.database.sql("SELECT id, content FROM " + this.name + " WHERE id = any($1)" + how)
			.bind(0, ids.toArray(UUID[]::new))
			.map(this::read)
			.all()
			.collectList();
	}

	@Override
	public Mono<List<C>> byCodes(Collection<String> codes) {
		return this.database.sql("SELECT id, content FROM " + this.name + " WHERE code = any($1)")
			.bind(0, codes.toArray(String[]::new))
			.map(this::read)
			.all()
			.collectList();
	}

	/**
	 * Begins a list of the cases that a caller may know of: those that are open to all,
	 * and those among whose viewers the caller is. The table has {@code open_to_all} and
	 * {@code viewers}.
	 * @param keys what the caller is, as viewers are written
	 * @param columns what the list is sorted by besides code, state_since and modified_at
	 */
	public Select knownTo(Caller caller, Collection<String> keys, String... columns) {
		Select select = new Select("SELECT id, code, state_since, modified_at, content"
				+ Stream.of(columns).map((column) -> ", " + column).collect(Collectors.joining()) + " FROM "
				+ this.name);
		return caller.isAnonymous() ? select.where("open_to_all")
				: select.where("(open_to_all OR viewers && ?)", keys.toArray(String[]::new));
	}

	/**
	 * Reads a row that has {@code id} and {@code content}.
	 */
	public C read(Readable row) {
		if (this.vault == null) {
			return this.json.readValue(Rows.required(row, "content", String.class), this.type);
		}
		UUID id = Rows.required(row, "id", UUID.class);
		byte[] sealed = Rows.required(row, "content", byte[].class);
		return this.json.readValue(unseal(sealed, id + "/content"), this.type);
	}

	@Override
	public Mono<Void> insert(List<C> cases) {
		if (cases.isEmpty()) {
			return Mono.empty();
		}
		String names = this.columns.stream().map(Column::name).collect(Collectors.joining(", "));
		String values = this.columns.stream().map(Column::value).collect(Collectors.joining(", "));
		String arrays = IntStream.range(0, this.columns.size())
			.mapToObj((i) -> "$" + (i + 2) + "::" + this.columns.get(i).arrayType())
			.collect(Collectors.joining(", "));
		DatabaseClient.GenericExecuteSpec sql = this.database
			.sql("INSERT INTO " + this.name + " (content, " + names + ")\nSELECT " + contentOf("content") + ", "
					+ values + "\nFROM unnest($1::text[], " + arrays + ") AS entry (content, " + names + ")")
			.bind(0, cases.stream().map(this::content).toArray(String[]::new));
		for (int i = 0; i < this.columns.size(); i++) {
			sql = sql.bind(i + 1, this.columns.get(i).values(cases));
		}
		return sql.fetch().rowsUpdated().then();
	}

	@Override
	public Mono<Boolean> update(C after, long before) {
		return update(List.of(after), new Long[] { before });
	}

	@Override
	public Mono<Boolean> update(List<C> after) {
		return after.isEmpty() ? Mono.just(true)
				: update(after, after.stream().map((subject) -> subject.version() - 1).toArray(Long[]::new));
	}

	private Mono<Boolean> update(List<C> after, Long[] before) {
		String names = this.columns.stream().map(Column::name).collect(Collectors.joining(", "));
		String arrays = IntStream.range(0, this.columns.size())
			.mapToObj((i) -> "$" + (i + 3) + "::" + this.columns.get(i).arrayType())
			.collect(Collectors.joining(", "));
		String changes = this.columns.stream()
			.skip(1)
			.map((column) -> column.assignment("changed."))
			.collect(Collectors.joining(", "));
		DatabaseClient.GenericExecuteSpec sql = this.database
			.sql("UPDATE " + this.name + " SET modified_at = clock_timestamp(), content = "
					+ contentOf("changed.content") + ", " + changes + "\nFROM unnest($1::bigint[], $2::text[], "
					+ arrays + ") AS changed (version_before, content, " + names + ")\nWHERE " + this.name
					+ ".id = changed.id AND " + this.name + ".version = changed.version_before")
			.bind(0, before)
			.bind(1, after.stream().map(this::content).toArray(String[]::new));
		for (int i = 0; i < this.columns.size(); i++) {
			sql = sql.bind(i + 2, this.columns.get(i).values(after));
		}
		return sql.fetch().rowsUpdated().map((rows) -> rows == after.size());
	}

	private Mono<C> one(String sql, UUID id) {
		return this.database.sql(sql).bind(0, id).map(this::read).one();
	}

	private String content(C subject) {
		String plain = this.json.writeValueAsString(subject);
		return (this.vault == null) ? plain : HexFormat.of().formatHex(seal(plain, subject.id() + "/content"));
	}

	private String contentOf(String expression) {
		return (this.vault == null) ? expression + "::jsonb" : "decode(" + expression + ", 'hex')";
	}

	private CaseTable<C> with(Column<C> column) {
		List<Column<C>> more = new ArrayList<>(this.columns);
		more.add(column);
		return new CaseTable<>(this.name, this.type, this.database, this.json, this.vault, more);
	}

	/**
	 * A column written from the record.
	 */
	private record Column<C>(String name, String sqlType, Class<?> type, Function<C, @Nullable Object> reads) {

		String arrayType() {
			return (isWrittenAsText() ? "text" : this.sqlType) + "[]";
		}

		String value() {
			return fromText(this.name);
		}

		String assignment(String from) {
			return this.name + " = " + fromText(from + this.name);
		}

		Object[] values(List<C> cases) {
			Object[] values = (Object[]) Array.newInstance(this.type, cases.size());
			for (int i = 0; i < values.length; i++) {
				values[i] = this.reads.apply(cases.get(i));
			}
			return values;
		}

		private boolean isWrittenAsText() {
			return this.sqlType.equals("text[]") || this.sqlType.equals("tsvector");
		}

		private String fromText(String expression) {
			return switch (this.sqlType) {
				case "text[]" -> "coalesce(string_to_array(nullif(" + expression + ", ''), E'\\n'), '{}')";
				case "tsvector" -> expression + "::tsvector";
				default -> expression;
			};
		}

	}

}
