package renda.platform.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a value should have been, as whoever sent another one can use it.
 */
public final class Expected {

	private static final Text VALUE = Text.of("类型不对，或缺少必需的值。",
			"This is of the wrong type, or a required value is missing.");

	private Expected() {
	}

	/**
	 * Says what is right for a type: which words, or what form.
	 */
	public static Text of(@Nullable Type type) {
		return switch (type) {
			case ParameterizedType optional when optional.getRawType() == Optional.class ->
				of(optional.getActualTypeArguments()[0]);
			case Class<?> choice when choice.isEnum() -> Text.of("可取：%s。", "One of: %s.", words(choice));
			case Class<?> many when Collection.class.isAssignableFrom(many) ->
				Text.of("应为列表（数组）。", "This should be a list (an array).");
			case Class<?> object when object.isRecord() || Map.class.isAssignableFrom(object) ->
				Text.of("应为对象。", "This should be an object.");
			case Class<?> plain -> of(plain.getSimpleName());
			case null, default -> VALUE;
		};
	}

	private static Text of(String type) {
		return switch (type) {
			case "int", "Integer", "long", "Long" -> Text.of("应为整数。", "This should be a whole number.");
			case "BigDecimal" -> Text.of("应为数。", "This should be a number.");
			case "boolean", "Boolean" -> Text.of("应为 true 或 false。", "This should be true or false.");
			case "LocalDate" -> Text.of("应为日期，如 2022-12-31。", "This should be a date, such as 2022-12-31.");
			case "OffsetDateTime" -> Text.of("应为带时区的时间，如 2022-12-31T08:00:00+08:00。",
					"This should be a time with offset, such as 2022-12-31T08:00:00+08:00.");
			case "UUID" -> Text.of("应为编号（UUID）。", "This should be an id (UUID).");
			case "String" -> Text.of("应为文字。", "This should be text.");
			default -> VALUE;
		};
	}

	private static String words(Class<?> choice) {
		return Arrays.stream(choice.getEnumConstants())
			.map((constant) -> ((Enum<?>) constant).name())
			.collect(Collectors.joining(", "));
	}

}
