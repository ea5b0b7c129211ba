package renda.platform.ingest;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import renda.platform.web.CleanStrings;
import renda.platform.web.Expected;
import renda.platform.web.InputErrors;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Reads rows into records: names of columns are names of components.
 *
 * @param <R> the record
 */
final class RowReader<R extends Record> {

	/**
	 * What decoders put where a text was written in another encoding than it is read in.
	 */
	private static final char UNREADABLE = '\ufffd';

	private final Validator validator;

	private final Map<String, RecordComponent> components = new LinkedHashMap<>();

	private final Constructor<R> constructor;

	RowReader(Class<R> type, Validator validator) {
		this.validator = validator;
		RecordComponent[] all = type.getRecordComponents();
		for (RecordComponent component : all) {
			this.components.put(component.getName(), component);
		}
		try {
			this.constructor = type
				.getDeclaredConstructor(Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
			this.constructor.setAccessible(true);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("a record has a canonical constructor", ex);
		}
	}

	/**
	 * The columns and what each holds.
	 */
	Map<String, String> columns() {
		Map<String, String> columns = new LinkedHashMap<>();
		this.components.forEach((name, component) -> columns.put(name, typeName(component.getGenericType())));
		return columns;
	}

	/**
	 * Refuses a header that has columns which are not known: data that is silently left
	 * out is lost.
	 */
	void check(Set<String> given) {
		Set<String> unknown = new TreeSet<>(given);
		unknown.removeAll(this.components.keySet());
		if (!unknown.isEmpty()) {
			throw Refusal.invalid(unknown.stream().map((name) -> new Refusal.FieldError(name, unknown())).toList());
		}
	}

	private Text unknown() {
		return Text.of("没有这一列；可用：%s。", "There is no such column; known: %s.",
				String.join(", ", this.components.keySet()));
	}

	/**
	 * Reads one row.
	 * @param errors takes what is wrong with it
	 * @return the record; null where something is wrong
	 */
	@Nullable R read(RawRow row, List<JobError> errors) {
		String place = String.valueOf(row.line());
		if (row.fault() != null) {
			errors.add(new JobError(place, "", row.fault()));
			return null;
		}
		int before = errors.size();
		row.values().keySet().stream().filter((name) -> !this.components.containsKey(name)).forEach((name) -> {
			errors.add(new JobError(place, name, unknown()));
		});
		List<@Nullable Object> values = new ArrayList<>();
		this.components.forEach((name, component) -> {
			try {
				values.add(value(component.getGenericType(), row.values().get(name)));
			}
			catch (IllegalArgumentException | DateTimeException | ArithmeticException ex) {
				errors.add(new JobError(place, name, Expected.of(component.getGenericType())));
			}
		});
		return (errors.size() > before) ? null : valid(place, values, errors);
	}

	private @Nullable R valid(String place, List<@Nullable Object> values, List<JobError> errors) {
		try {
			R record = this.constructor.newInstance(values.toArray());
			int before = errors.size();
			refuse(place, InputErrors.violations(this.validator.validate(record)), errors);
			return (errors.size() > before) ? null : record;
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof Refusal refusal && !refusal.errors().isEmpty()) {
				refuse(place, refusal, errors);
				return null;
			}
			errors.add(new JobError(place, "", (ex.getCause() instanceof Refusal refusal) ? refusal.detail()
					: Text.of("该行的值不成立。", "The values of this row do not go together.")));
			return null;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void refuse(String place, Refusal refusal, List<JobError> errors) {
		refusal.errors()
			.forEach((error) -> errors.add(new JobError(place,
					Cells.column(this.constructor.getDeclaringClass(), error.pointer()), error.detail())));
	}

	private static @Nullable Object value(Type type, @Nullable String text) {
		if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
			return Optional.ofNullable(value(optional.getActualTypeArguments()[0], text));
		}
		Class<?> plain = (type instanceof Class<?> known) ? known : String.class;
		if (text == null) {
			if (plain.isPrimitive() && plain != boolean.class) {
				throw new IllegalArgumentException("required");
			}
			return (plain == boolean.class) ? Boolean.FALSE : null;
		}
		if (!CleanStrings.isClean(text) || text.indexOf(UNREADABLE) >= 0) {
			throw new IllegalArgumentException("not text");
		}
		return parsed(plain, text);
	}

	private static Object parsed(Class<?> type, String text) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> ((Enum<?>) constant).name().equalsIgnoreCase(text.replace('-', '_')))
				.findFirst()
				.orElseThrow(IllegalArgumentException::new);
		}
		return switch (type.getSimpleName()) {
			case "int", "Integer" -> new BigDecimal(text).intValueExact();
			case "long", "Long" -> new BigDecimal(text).longValueExact();
			case "BigDecimal" -> new BigDecimal(text);
			case "LocalDate" -> LocalDate.parse(text.replace('/', '-'));
			case "UUID" -> UUID.fromString(text);
			case "boolean", "Boolean" -> bool(text);
			default -> text;
		};
	}

	private static boolean bool(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "true", "1", "是" -> true;
			case "false", "0", "否" -> false;
			default -> throw new IllegalArgumentException(text);
		};
	}

	private static String typeName(Type type) {
		if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
			return typeName(optional.getActualTypeArguments()[0]);
		}
		if (type instanceof Class<?> choice && choice.isEnum()) {
			return Arrays.stream(choice.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(" | "));
		}
		return switch ((type instanceof Class<?> plain) ? plain.getSimpleName() : "") {
			case "int", "Integer", "long", "Long" -> "integer";
			case "BigDecimal" -> "decimal";
			case "LocalDate" -> "date (2022-12-31)";
			case "UUID" -> "UUID";
			case "boolean", "Boolean" -> "true | false";
			default -> "text";
		};
	}

}
