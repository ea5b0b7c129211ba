package renda.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import renda.platform.web.Text;

/**
 * The order of names by strokes (以姓名笔画为序), as lists of candidates and members are
 * printed: character by character, fewer strokes first, then stroke by stroke 横、竖、撇、点、折;
 * of two that begin alike the shorter. Characters that the table does not know come after
 * those that it does.
 */
public final class StrokeOrder implements Comparator<String> {

	/** The order. */
	public static final StrokeOrder NAMES = new StrokeOrder();

	/** What the order is called. */
	public static final Text TITLE = Text.of("以姓名笔画为序", "in the order of the strokes of their names");

	/**
	 * Strokes in writing, 1 to 5, and the characters that are written so; the lines are
	 * in their order.
	 */
	private static final String TABLE = "/text/strokes.txt";

	private final Map<Integer, Integer> ranks;

	private StrokeOrder() {
		this.ranks = read();
	}

	@Override
	public int compare(String one, String other) {
		int[] mine = one.codePoints().toArray();
		int[] theirs = other.codePoints().toArray();
		for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
			int order = Integer.compare(rank(mine[i]), rank(theirs[i]));
			if (order == 0) {
				order = Integer.compare(mine[i], theirs[i]);
			}
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(mine.length, theirs.length);
	}

	private int rank(int character) {
		return this.ranks.getOrDefault(character, Integer.MAX_VALUE);
	}

	private static Map<Integer, Integer> read() {
		Map<Integer, Integer> ranks = new HashMap<>();
		try (InputStream table = Objects.requireNonNull(StrokeOrder.class.getResourceAsStream(TABLE));
				BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
			lines.lines().forEach((line) -> {
				int rank = ranks.size();
				line.substring(line.indexOf(' ') + 1).codePoints().forEach((character) -> ranks.put(character, rank));
			});
			return ranks;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
