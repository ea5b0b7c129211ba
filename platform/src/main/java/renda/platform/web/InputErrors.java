package renda.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/**
 * Says what is wrong with an input and what would be right.
 */
public final class InputErrors {

	Refusal refusal(ServerWebExchange exchange, Throwable failure, HttpStatusCode status) {
		if (status.value() == HttpStatus.NOT_FOUND.value()) {
			return Refusal.notFound(
					Text.of("没有这个地址：%s。", "There is nothing at %s.", exchange.getRequest().getURI().getRawPath()));
		}
		if (failure instanceof WebExchangeBindException ex) {
			return inOrder(ex.getAllErrors().stream().map(InputErrors::fieldError));
		}
		if (failure instanceof MissingRequestValueException ex) {
			return Refusal.invalid(ex.getName(), Text.of("缺少必需的 %s。", "%s is required.", ex.getName()));
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return refusal;
			}
			if (cause instanceof JacksonException ex) {
				return refusal(ex);
			}
			if (cause instanceof TypeMismatchException ex) {
				String name = Objects.requireNonNullElse(ex.getPropertyName(), parameter(failure));
				return Refusal.invalid(name, Expected.of(ex.getRequiredType()));
			}
		}
		HttpStatus known = Objects.requireNonNullElse(HttpStatus.resolve(status.value()), HttpStatus.BAD_REQUEST);
		return Refusal.of(known, "invalid", Text.of("请求无法读取：请检查正文、编码与参数。",
				"The request cannot be read: check the body, its encoding and the parameters."));
	}

	Refusal violations(ConstraintViolationException failure) {
		return violations(failure.getConstraintViolations());
	}

	/**
	 * 400 for JSON that is not of the type asked for.
	 */
	public static Refusal refusal(JacksonException failure) {
		return Refusal.invalid(List.of(json(failure)));
	}

	/**
	 * 400 for values that break the constraints of their record.
	 */
	public static Refusal violations(Set<? extends ConstraintViolation<?>> violations) {
		return inOrder(violations.stream().map(BrokenConstraint::of));
	}

	/** The validator finds them in any order. */
	private static Refusal inOrder(Stream<Refusal.FieldError> errors) {
		return Refusal.invalid(errors.sorted(Comparator.comparing(Refusal.FieldError::pointer)).toList());
	}

	private static String parameter(Throwable failure) {
		if (failure instanceof ServerWebInputException ex && ex.getMethodParameter() != null) {
			return Objects.requireNonNullElse(ex.getMethodParameter().getParameterName(), "");
		}
		return "";
	}

	private static Refusal.FieldError fieldError(ObjectError error) {
		if (error.contains(ConstraintViolation.class)) {
			return BrokenConstraint.of(error.unwrap(ConstraintViolation.class));
		}
		String message = Objects.requireNonNullElse(error.getDefaultMessage(), "");
		if (error instanceof FieldError field) {
			String pointer = "/" + field.getField().replace("[", "/").replace("]", "").replace('.', '/');
			Text detail = field.isBindingFailure() ? Text.of("格式不对。", "This is not of the right form.")
					: Text.of(message, message);
			return new Refusal.FieldError(pointer, detail);
		}
		return new Refusal.FieldError("", Text.of(message, message));
	}

	private static Refusal.FieldError json(JacksonException failure) {
		String pointer = pointer(failure);
		return switch (failure) {
			case UnrecognizedPropertyException ex -> new Refusal.FieldError(pointer, unknown(ex));
			case MismatchedInputException ex when !pointer.isEmpty() ->
				new Refusal.FieldError(pointer, Expected.of(ex.getTargetType()));
			case StreamReadException ex -> new Refusal.FieldError("", Text.of("不是有效的 JSON（第 %d 行第 %d 列附近）。",
					"This is not valid JSON (near line %d, column %d).", line(ex), column(ex)));
			case DatabindException ex -> new Refusal.FieldError(pointer,
					Text.of("类型不对，或缺少必需的值。", "This is of the wrong type, or a required value is missing."));
			default -> new Refusal.FieldError(pointer, Text.of("无法读取。", "This cannot be read."));
		};
	}

	private static Text unknown(UnrecognizedPropertyException failure) {
		String known = failure.getKnownPropertyIds()
			.stream()
			.map(String::valueOf)
			.sorted()
			.collect(Collectors.joining(", "));
		return known.isEmpty()
				? Text.of("没有名为 %s 的成员；此处不需要成员。", "There is no member %s; none is needed here.",
						failure.getPropertyName())
				: Text.of("没有名为 %s 的成员；可用：%s。", "There is no member %s; known: %s.", failure.getPropertyName(), known);
	}

	private static int line(StreamReadException failure) {
		return (failure.getLocation() != null) ? failure.getLocation().getLineNr() : 0;
	}

	private static int column(StreamReadException failure) {
		return (failure.getLocation() != null) ? failure.getLocation().getColumnNr() : 0;
	}

	private static String pointer(JacksonException failure) {
		return failure.getPath()
			.stream()
			.map((step) -> "/" + ((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()))
			.collect(Collectors.joining());
	}

}
