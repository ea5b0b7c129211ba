package renda.legislation.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.legislation.reference.ReferenceTargets.Place;
import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.RegulationTitle;

/**
 * Finds the references in the words of one node.
 */
final class ReferenceScanner {

	private static final String N = "[" + ChineseNumeral.CHARS + "]";

	private static final String ITEM = "第 ?[（(]? ?(?<item>" + N + "{1,4}) ?[）)]?(?: ?[、和或及至到，]第? ?[（(]?" + N
			+ "{1,4}[）)]?){0,20} ?项(?!目)";

	private static final String PARAGRAPH = "第 ?(?<para>" + N + "{1,4}) ?款(?!项)";

	private static final Pattern UNIT = Pattern.compile("(?:(?:第 ?(?<art>" + N + "{1,8}) ?条(?:之(?<sub>" + N
			+ "{1,4}))?|(?<rel>本条(?![例约])|(?<![提当目以之此事年])前(?<count>[两二三四五六])?条(?![件款文约目例])|(?<![提当目以之此事年])前(?<pcount>[两二三四五六])?款(?!项[^规所的第中])|本款(?!项)|(?<![提当目以之此事年])前(?<icount>[两二三四五六七八])?项(?!目)))(?:"
			+ PARAGRAPH + ")?(?:" + ITEM + ")?(?:第 ?(?<point>" + N + "{1,3}) ?目)?|(?<tail>第 ?(?<tpara>" + N
			+ "{1,4}) ?款(?!项)(?:" + ITEM.replace("<item>", "<titem>") + ")?|" + ITEM.replace("<item>", "<oitem>")
			+ ")|(?<division>本[章节])(?![程目日约奏]))");

	private static final Pattern SELF = Pattern
		.compile("本(?:条例|法|办法|规定|决定|细则|规则|解释|章程|规程|决议|通则|意见|通知|准则|规范|实施办法|实施细则)(?:的|中)?$");

	private static final Pattern CHAIN = Pattern.compile("[、，,]?(?:和|与|及|或|或者|以及|并)?|至|到|[-－—~～]");

	private static final Pattern NAME = Pattern.compile("[\\u4e00-\\u9fff]{2,40}$");

	private static final Pattern CUT = Pattern
		.compile("依照|按照|根据|依据|违反|适用|参照|执行|遵守|具有|符合|属于|实施|规定|或者|以及|[除对将由以是有和与及在据照的]");

	private final Place place;

	private final ReferenceTargets targets;

	private final Names names;

	private final String text;

	private final List<Reference> found = new ArrayList<>();

	private final List<Title> titles = new ArrayList<>();

	/** What the reference before this one named: a chain goes on with it. */
	private int end = -1;

	private String title = "";

	private String article = "";

	private String paragraph = "";

	private int number;

	ReferenceScanner(Place place, ReferenceTargets targets, Names names) {
		this.place = place;
		this.targets = targets;
		this.names = names;
		this.text = place.node().text();
	}

	List<Reference> scan() {
		titles();
		Matcher matcher = UNIT.matcher(this.text);
		int next = 0;
		while (matcher.find()) {
			while (next < this.titles.size() && this.titles.get(next).end <= matcher.start()) {
				next++;
			}
			boolean inside = next < this.titles.size() && this.titles.get(next).start < matcher.start();
			if (!inside) {
				unit(matcher, (next > 0) ? this.titles.get(next - 1) : null);
			}
		}
		for (Title whole : this.titles) {
			if (!whole.used && RegulationTitle.legal(whole.words)) {
				String name = this.names.of(whole.words);
				if (!name.isEmpty()) {
					add(whole.start, whole.end, name, "");
				}
			}
		}
		return this.found;
	}

	private void titles() {
		int from = 0;
		int open;
		while ((open = this.text.indexOf('《', from)) >= 0) {
			int close = RegulationTitle.closing(this.text, open);
			if (close > open) {
				this.titles.add(new Title(open, close + 1, this.text.substring(open + 1, close)));
			}
			from = Math.max(close, open) + 1;
		}
	}

	private void unit(Matcher match, @Nullable Title before) {
		boolean chained = this.end >= 0 && match.start() - this.end <= 3
				&& CHAIN.matcher(this.text.substring(this.end, match.start())).matches();
		if (match.group("tail") != null) {
			tail(match, chained);
		}
		else if (match.group("rel") != null) {
			relative(match);
		}
		else if (match.group("division") != null) {
			if (!this.place.division().isEmpty()) {
				add(match.start(), match.end(), "", this.place.division());
			}
		}
		else {
			article(match, before, chained);
		}
	}

	private void article(Matcher match, @Nullable Title before, boolean chained) {
		int from = this.number;
		int gap = this.end;
		boolean range = chained && this.paragraph.isEmpty()
				&& "至到-－—~～".contains(this.text.substring(gap, match.start())) && match.start() > gap;
		int start = match.start();
		if (!chained) {
			this.title = this.names.home();
			start = owner(match.start(), before);
		}
		this.number = ChineseNumeral.parse(match.group("art"));
		if (this.number < 0) {
			return;
		}
		if (range) {
			for (int i = from + 1; i < this.number && i - from < 200; i++) {
				this.found.add(new Reference(this.place.node().id(), gap, gap, this.title, "art_" + i, ""));
			}
		}
		String sub = match.group("sub");
		this.article = "art_" + this.number + ((sub == null) ? "" : "-" + ChineseNumeral.parse(sub));
		this.paragraph = number(match.group("para"));
		add(start, match.end(), this.title, target(number(match.group("item")), number(match.group("point"))));
		this.end = match.end();
	}

	/**
	 * Finds out to whose article words refer.
	 * @return where the reference starts, the name of the text included
	 */
	private int owner(int start, @Nullable Title before) {
		String lead = this.text.substring(Math.max(0, start - 44), start);
		if (before != null && named(this.text.substring(before.end, start))) {
			before.used = true;
			this.title = this.names.of(before.words);
			return before.start;
		}
		Matcher self = SELF.matcher(lead);
		if (self.find()) {
			this.title = "";
			return start - (lead.length() - self.start());
		}
		Matcher run = NAME.matcher(lead);
		if (!run.find()) {
			return start;
		}
		String name = name(run.group());
		if (name.startsWith("该") && before != null) {
			this.title = this.names.of(before.words);
			return start - name.length();
		}
		if (name.isEmpty() || name.startsWith("该")) {
			return start;
		}
		this.title = this.names.of(name);
		return start - name.length();
	}

	/** Whether the words between a title and a number leave the number to the title. */
	private static boolean named(String between) {
		return between.isEmpty() || between.equals("的") || between.equals("中") || between.equals(" ")
				|| (between.length() < 40 && between.startsWith("（") && between.endsWith("）"));
	}

	/** The name of a law at the end of words without 《》; empty where there is none. */
	private static String name(String words) {
		if (!words.endsWith("法") && !words.endsWith("条例") && !words.endsWith("办法") && !words.endsWith("细则")
				&& !words.endsWith("法典")) {
			return "";
		}
		int state = words.lastIndexOf("中华人民共和国");
		if (state >= 0 && words.length() - state > 8) {
			return words.substring(state);
		}
		String name = words;
		Matcher cut = CUT.matcher(words);
		int from = 0;
		while (cut.find()) {
			from = cut.end();
		}
		name = words.substring(from);
		if (name.startsWith("该") || name.startsWith("上述") || name.startsWith("前述")) {
			return "该" + name.substring(1);
		}
		boolean known = name.equals("刑法") || name.equals("宪法");
		return (known || name.length() > 2) && !name.endsWith("方法") && !name.startsWith("本") && !name.equals("细则")
				? name : "";
	}

	private void relative(Matcher match) {
		String rel = match.group("rel");
		String base = "";
		int count = 1;
		if (rel.equals("本条")) {
			base = this.place.article();
		}
		else if (rel.equals("本款")) {
			base = this.place.paragraph();
		}
		else if (rel.endsWith("条")) {
			base = this.place.previous();
			count = Math.max(1, ChineseNumeral.parse(number(match.group("count"))));
		}
		else if (rel.endsWith("款")) {
			base = this.place.before();
			count = Math.max(1, ChineseNumeral.parse(number(match.group("pcount"))));
		}
		else {
			base = this.place.item();
			count = Math.max(1, ChineseNumeral.parse(number(match.group("icount"))));
		}
		if (base.isEmpty()) {
			return;
		}
		earlier(base, count, match.start());
		this.title = "";
		this.article = base;
		this.paragraph = number(match.group("para"));
		this.number = 0;
		add(match.start(), match.end(), "", target(number(match.group("item")), number(match.group("point"))));
		this.end = match.end();
	}

	/** 前两款 means the two before: the earlier of them have no words of their own. */
	private void earlier(String base, int count, int at) {
		int cut = base.lastIndexOf('_') + 1;
		String digits = base.substring(cut);
		if (count < 2 || digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
			return;
		}
		int last = Integer.parseInt(digits);
		for (int i = Math.max(1, last - count + 1); i < last; i++) {
			this.found.add(new Reference(this.place.node().id(), at, at, "", base.substring(0, cut) + i, ""));
		}
	}

	/** 第二款 after 第十条第一款、, or alone, of the own article. */
	private void tail(Matcher match, boolean chained) {
		if (!chained) {
			if (this.place.article().isEmpty()) {
				return;
			}
			this.title = "";
			this.article = this.place.article();
			this.paragraph = "";
		}
		if (match.group("tpara") != null) {
			this.paragraph = number(match.group("tpara"));
		}
		String item = number((match.group("tpara") != null) ? match.group("titem") : match.group("oitem"));
		String target = target(item, "");
		if (chained || !target.equals(this.article)) {
			add(match.start(), match.end(), this.title, target);
			this.end = match.end();
		}
	}

	private String target(String item, String point) {
		if (this.title.isEmpty()) {
			return this.targets.resolve(this.article, this.paragraph, item, point);
		}
		if (this.paragraph.isEmpty()) {
			return this.article;
		}
		return this.article + "__para_" + this.paragraph + (item.isEmpty() ? "" : "__item_" + item);
	}

	private static String number(@Nullable String words) {
		int number = (words == null) ? -1 : ChineseNumeral.parse(words);
		return (number < 0) ? "" : "" + number;
	}

	private void add(int start, int end, String title, String target) {
		if (title.isEmpty() && !this.targets.plausible(target)) {
			return;
		}
		this.found
			.add(new Reference(this.place.node().id(), start, end, title, target, this.text.substring(start, end)));
	}

	/**
	 * The names a text goes by, and the names it gives to others.
	 *
	 * @param own its own title, normalised
	 * @param home the text that an article without a name belongs to; empty for the text
	 * itself
	 * @param aliases short names and what they stand for
	 */
	record Names(String own, String home, Map<String, String> aliases) {

		/** The text a name means; empty for the text itself. */
		String of(String name) {
			String normal = RegulationTitle.normalise(name);
			String title = this.aliases.getOrDefault(normal, normal);
			return title.equals(this.own) ? "" : title;
		}

	}

	private static final class Title {

		private final int start;

		private final int end;

		private final String words;

		private boolean used;

		Title(int start, int end, String words) {
			this.start = start;
			this.end = end;
			this.words = words;
		}

	}

}
