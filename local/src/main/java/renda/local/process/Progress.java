package renda.local.process;

/**
 * Told of what happens, in Chinese and English.
 */
@FunctionalInterface
public interface Progress {

	void say(String zh, String en);

}
