package renda.local;

import java.io.PrintStream;
import java.util.Locale;

import renda.local.process.Progress;

/**
 * What the person at the terminal reads: every line in Chinese and English, with the
 * seconds since the start.
 */
final class Console implements Progress {

	private final PrintStream out;

	private final long started = System.nanoTime();

	Console(PrintStream out) {
		this.out = out;
	}

	/**
	 * A line of progress.
	 */
	@Override
	public synchronized void say(String zh, String en) {
		double seconds = (System.nanoTime() - this.started) / 1e9;
		this.out.printf(Locale.ROOT, "[%6.1f s] %s · %s%n", seconds, zh, en);
		this.out.flush();
	}

	/**
	 * Text as it is.
	 */
	synchronized void print(String text) {
		this.out.print(text);
		this.out.flush();
	}

}
