package renda.platform.command;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Not a fault: the request was answered before, and this is that answer. It ends the
 * transaction without work, and is written out as it was kept.
 */
public final class AnsweredBefore extends RuntimeException {

	private final int status;

	private final @Nullable String body;

	private final @Nullable String location;

	private final @Nullable Long version;

	AnsweredBefore(int status, @Nullable String body, @Nullable String location, @Nullable Long version) {
		super("answered before", null, false, false);
		this.status = status;
		this.body = body;
		this.location = location;
		this.version = version;
	}

	/**
	 * The same answer with another body: for what is told with an answer and never kept.
	 */
	public AnsweredBefore with(UnaryOperator<String> told) {
		return new AnsweredBefore(this.status, (this.body != null) ? told.apply(this.body) : null, this.location,
				this.version);
	}

	public int status() {
		return this.status;
	}

	public @Nullable String body() {
		return this.body;
	}

	public @Nullable String location() {
		return this.location;
	}

	public @Nullable Long version() {
		return this.version;
	}

}
