package renda.local.process;

/**
 * A program did not come up; the message says which, in Chinese and English, with the end
 * of its log.
 */
public final class StartFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StartFailed(String message) {
		super(message);
	}

	public StartFailed(String message, Throwable cause) {
		super(message, cause);
	}

}
