package renda.platform.web;

import java.util.Locale;
import java.util.Objects;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.metadata.ConstraintDescriptor;

/**
 * A broken constraint of Bean Validation as a reader can use it: a JSON pointer to the
 * value, and what would be right in both languages.
 */
final class BrokenConstraint {

	private static final MessageInterpolator MESSAGES = Validation.byDefaultProvider()
		.configure()
		.getDefaultMessageInterpolator();

	private BrokenConstraint() {
	}

	static Refusal.FieldError of(ConstraintViolation<?> violation) {
		return new Refusal.FieldError(pointer(violation.getPropertyPath()), message(violation));
	}

	/**
	 * {@code /units/0/organ}; the methods of controllers are no part of it.
	 */
	private static String pointer(Path path) {
		StringBuilder pointer = new StringBuilder();
		for (Path.Node node : path) {
			if (node.isInIterable()) {
				pointer.append('/').append(Objects.requireNonNullElse(node.getIndex(), node.getKey()));
			}
			boolean named = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.PARAMETER;
			if (named && node.getName() != null) {
				pointer.append('/').append(node.getName());
			}
		}
		return pointer.toString();
	}

	private static Text message(ConstraintViolation<?> violation) {
		Asked asked = new Asked(violation);
		String template = violation.getMessageTemplate();
		return Text.of(MESSAGES.interpolate(template, asked, Locale.SIMPLIFIED_CHINESE),
				MESSAGES.interpolate(template, asked, Locale.ENGLISH));
	}

	private record Asked(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

		@Override
		public ConstraintDescriptor<?> getConstraintDescriptor() {
			return this.violation.getConstraintDescriptor();
		}

		@Override
		public Object getValidatedValue() {
			return this.violation.getInvalidValue();
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			if (type.isInstance(this)) {
				return type.cast(this);
			}
			throw new ValidationException("no " + type);
		}

	}

}
