package renda.local;

/**
 * What was typed cannot be carried out; the message says why, in Chinese and English.
 */
final class UsageError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UsageError(String zh, String en) {
		super(zh + "\n" + en);
	}

}
