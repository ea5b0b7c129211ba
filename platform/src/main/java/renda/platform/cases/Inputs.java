package renda.platform.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import renda.platform.web.InputErrors;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Step;

/**
 * Reads the body of a step: the members of its own record, and the two that every step
 * has, {@code on} and {@code lateReason}.
 */
class Inputs {

	private static final int LONGEST_REASON = 500;

	private final JsonMapper json;

	private final Validator validator;

	Inputs(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Reads a body.
	 * @param today the day it is in the city
	 * @throws Refusal 400 where it is not what the step takes
	 */
	<I extends Record> Said<I> read(Step<?, ?, ?, I> step, @Nullable JsonNode body, LocalDate today) {
		if (body != null && !body.isNull() && !(body instanceof ObjectNode)) {
			throw Refusal.invalid("", Text.of("请求正文须为 JSON 对象。", "The body must be a JSON object."));
		}
		ObjectNode own = (body instanceof ObjectNode given) ? given.deepCopy() : this.json.createObjectNode();
		LocalDate on = on(step, own.remove("on"), today);
		String lateReason = lateReason(own.remove("lateReason"));
		I input;
		try {
			input = this.json.treeToValue(own, step.input());
		}
		catch (JacksonException ex) {
			throw InputErrors.refusal(ex);
		}
		Set<ConstraintViolation<I>> violations = this.validator.validate(input);
		if (!violations.isEmpty()) {
			throw InputErrors.violations(violations);
		}
		return new Said<>(input, on, lateReason);
	}

	private static LocalDate on(Step<?, ?, ?, ?> step, @Nullable JsonNode given, LocalDate today) {
		if (given == null || given.isNull()) {
			return today;
		}
		LocalDate on;
		try {
			on = LocalDate.parse(given.isString() ? given.asString() : "");
		}
		catch (DateTimeException ex) {
			throw Refusal.invalid("/on", Text.of("请用日期，如 2022-12-31。", "Use a date, such as 2022-12-31."));
		}
		if (on.isAfter(today)) {
			throw Refusal.invalid("/on", Text.of("不得晚于今天 %s。", "It cannot be after today, %s.", today));
		}
		if (on.isBefore(today) && !step.backdated()) {
			throw Refusal.invalid("/on", Text.of("此步骤以办理当日为准，不能补记为过去的日期。",
					"This step counts on the day it is taken; it is not recorded for a past day."));
		}
		return on;
	}

	private static String lateReason(@Nullable JsonNode given) {
		if (given == null || given.isNull()) {
			return "";
		}
		if (!given.isString() || given.asString().length() > LONGEST_REASON) {
			throw Refusal.invalid("/lateReason",
					Text.of("须为不超过 %d 字的文字。", "It is a text of at most %d characters.", LONGEST_REASON));
		}
		return given.asString();
	}

	/**
	 * What a body said.
	 */
	record Said<I extends Record>(I input, LocalDate on, String lateReason) {

		/**
		 * What the timeline keeps of it.
		 */
		Object kept() {
			return this.lateReason.isEmpty() ? this.input : new Late(this.input, this.lateReason);
		}

	}

	/**
	 * An input with the reason for its being late.
	 */
	private record Late(@JsonUnwrapped Record input, String lateReason) {
	}

}
