package renda.legislation.grouping;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import renda.platform.search.Bigrams;
import renda.platform.security.Sha256;

/**
 * How alike two comments are: the pairs of characters that both have. What turns an
 * opinion round, numbers and negations, must be the same: who is against is not alike who
 * is for, nor twenty days thirty. Which are worth comparing is told by bands, hashes that
 * near-equal texts are likely to share (MinHash), so that a comment is compared with a
 * few others and not with all.
 */
public final class Likeness {

	/** The whole. */
	static final int WHOLE = 100;

	private static final int BANDS = 16;

	private static final int ROWS = 3;

	private static final long[] SEEDS = seeds();

	private static final Pattern TURNS = Pattern.compile("[不未非无勿莫没否反]|\\d+(?:\\.\\d+)?%?|[〇零一二两三四五六七八九十百千万亿]+");

	private Likeness() {
	}

	private static long[] seeds() {
		long[] seeds = new long[BANDS * ROWS];
		for (int i = 0; i < seeds.length; i++) {
			seeds[i] = mixed(0x9E3779B97F4A7C15L * (i + 1));
		}
		return seeds;
	}

	/**
	 * Spreads the bits of a number evenly (the finisher of SplitMix64).
	 */
	private static long mixed(long number) {
		long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}

	/**
	 * What a text is compared by, however it is written.
	 */
	static Gist gist(String text) {
		String plain = plain(text);
		Set<String> pairs = new HashSet<>(Bigrams.terms(plain));
		String turns = TURNS.matcher(plain).results().map(MatchResult::group).collect(Collectors.joining(","));
		return new Gist(pairs.isEmpty() ? Set.of(plain) : pairs, turns);
	}

	/**
	 * The hashes by which a text is found by near-equal ones.
	 */
	static Set<Long> bands(Gist gist) {
		long[] least = new long[SEEDS.length];
		Arrays.fill(least, Long.MAX_VALUE);
		for (String pair : gist.pairs()) {
			long hash = hash(pair);
			for (int i = 0; i < SEEDS.length; i++) {
				least[i] = Math.min(least[i], mixed(hash ^ SEEDS[i]));
			}
		}
		long turns = hash(gist.turns());
		Set<Long> bands = new HashSet<>();
		for (int band = 0; band < BANDS; band++) {
			long sum = mixed(turns ^ band);
			for (int row = 0; row < ROWS; row++) {
				sum = mixed(sum ^ least[band * ROWS + row]);
			}
			bands.add(sum);
		}
		return bands;
	}

	/**
	 * Not {@code hashCode}: what is stored must be the same tomorrow.
	 */
	private static long hash(String pair) {
		long hash = 0xCBF29CE484222325L;
		for (byte one : pair.getBytes(StandardCharsets.UTF_8)) {
			hash = (hash ^ (one & 0xFF)) * 0x100000001B3L;
		}
		return hash;
	}

	/**
	 * How alike, 0 to 100: the share of pairs that both have; not at all where the one
	 * turns what the other says.
	 */
	static int of(Gist one, Gist other) {
		if (!one.turns().equals(other.turns())) {
			return 0;
		}
		boolean first = one.pairs().size() <= other.pairs().size();
		Set<String> smaller = first ? one.pairs() : other.pairs();
		Set<String> larger = first ? other.pairs() : one.pairs();
		long both = smaller.stream().filter(larger::contains).count();
		return (int) (2 * WHOLE * both / (smaller.size() + larger.size()));
	}

	/**
	 * The digest by which equal texts are found, blanks and punctuation aside.
	 */
	public static String digest(String text) {
		return Sha256.hex(plain(text).replaceAll("[\\s\\p{P}\\p{S}]+", ""));
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * What a text is compared by.
	 *
	 * @param pairs the pairs of its characters
	 * @param turns its numbers and negations, in order
	 */
	record Gist(Set<String> pairs, String turns) {
	}

}
