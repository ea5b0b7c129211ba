package renda.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses strings that cannot be kept: NUL characters, which PostgreSQL has no place for,
 * and lone surrogates, which are not characters at all.
 */
public final class CleanStrings extends SimpleModule {

	CleanStrings() {
		super("clean-strings");
		addDeserializer(String.class, new CleanString());
	}

	private static final class CleanString extends StdScalarDeserializer<String> {

		private CleanString() {
			super(String.class);
		}

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.currentToken().isScalarValue() || parser.currentToken().isNumeric()
					|| parser.currentToken().isBoolean()) {
				return (String) context.handleUnexpectedToken(String.class, parser);
			}
			String value = parser.getString();
			if (!isClean(value)) {
				throw InvalidFormatException.from(parser, "not text", value, String.class);
			}
			return value;
		}

	}

	/**
	 * Whether a string has neither NUL characters nor lone surrogates.
	 */
	public static boolean isClean(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\0') {
				return false;
			}
			if (Character.isHighSurrogate(c)) {
				i++;
				if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
					return false;
				}
			}
			else if (Character.isLowSurrogate(c)) {
				return false;
			}
		}
		return true;
	}

}
