package renda.supervision.receipt;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import renda.platform.search.Bigrams;
import renda.platform.security.Vault;
import renda.supervision.petition.Petition;
import renda.supervision.petition.PetitionAction;

/**
 * Whether two receipts are about the same matter: the same person, by identity number or
 * by name and telephone, and words that are mostly the same.
 */
final class SameMatter {

	/** From here on words count as mostly the same. */
	static final int ALIKE = 50;

	private static final int WHOLE = 100;

	private SameMatter() {
	}

	/**
	 * The digests by which the persons of a receipt are found again; none of somebody of
	 * whom only a name is known.
	 */
	static List<String> identities(PetitionAction.Registration said, Vault vault) {
		return said.petitioners()
			.stream()
			.flatMap(SameMatter::identities)
			.map(vault::index)
			.distinct()
			.sorted()
			.toList();
	}

	private static Stream<String> identities(Petition.Petitioner petitioner) {
		Stream.Builder<String> known = Stream.builder();
		String number = petitioner.idNumber();
		if (number != null && !number.isBlank()) {
			known.add("petition/identity/" + plain(number));
		}
		String name = petitioner.name();
		String phone = petitioner.phone();
		if (name != null && phone != null && !name.isBlank() && !phone.isBlank()) {
			known.add("petition/named/" + plain(name) + '/' + digits(phone));
		}
		return known.build();
	}

	/**
	 * How alike the words of two receipts are, 0 to 100: the share of pairs of characters
	 * that both have, in what is asked for or in all that is told, whichever is more.
	 */
	static int likeness(PetitionAction.Registration one, PetitionAction.Registration other) {
		return Math.max(likeness(one.request(), other.request()), likeness(told(one), told(other)));
	}

	static int likeness(String one, String other) {
		Set<String> first = new HashSet<>(Bigrams.terms(normal(one)));
		Set<String> second = new HashSet<>(Bigrams.terms(normal(other)));
		if (first.isEmpty() || second.isEmpty()) {
			return 0;
		}
		long both = first.stream().filter(second::contains).count();
		return (int) (2 * WHOLE * both / (first.size() + second.size()));
	}

	private static String told(PetitionAction.Registration said) {
		String facts = said.facts();
		return (facts != null) ? said.request() + '\n' + facts : said.request();
	}

	private static String plain(String text) {
		return normal(text).replaceAll("[\\s·•-]", "");
	}

	private static String digits(String phone) {
		String digits = normal(phone).replaceAll("\\D", "");
		return (digits.length() == 13 && digits.startsWith("86")) ? digits.substring(2) : digits;
	}

	private static String normal(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
	}

}
