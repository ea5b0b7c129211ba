package renda.legislation.study;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;
import renda.platform.web.Text;

/**
 * Where a measure or a task stands.
 */
enum Progress {

	/** 未启动. */
	OPEN,
	/** 推进中. */
	IN_PROGRESS,
	/** 已完成. */
	DONE,
	/** 已终止. */
	DROPPED;

	/**
	 * What is done has the day it was done, and nothing else has.
	 */
	static Stream<FieldError> faults(@Nullable Progress status, @Nullable LocalDate doneOn, LocalDate since) {
		if ((status == DONE) != (doneOn != null)) {
			return Stream.of(new FieldError("/doneOn",
					Text.of("已完成的须写明完成日期，未完成的不得写。", "What is DONE needs the day it was done; nothing else has one.")));
		}
		return Line.notBefore("/doneOn", doneOn, since);
	}

}
