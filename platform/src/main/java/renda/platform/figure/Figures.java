package renda.platform.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.figure.FigureController.Counted;
import renda.platform.web.Correlation;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * All figures of the service, by unique keys.
 */
final class Figures {

	private static final Log LOG = LogFactory.getLog(Figures.class);

	private final List<Figure> all;

	private final MeterRegistry meters;

	Figures(List<Figure> all, MeterRegistry meters) {
		Set<String> keys = new HashSet<>();
		all.forEach((figure) -> {
			if (!keys.add(figure.key())) {
				throw new IllegalStateException("two figures have the key " + figure.key());
			}
		});
		this.all = List.copyOf(all);
		this.meters = meters;
	}

	/**
	 * The figures asked for.
	 * @throws Refusal 400 where a key or a group is unknown
	 */
	List<Figure> chosen(@Nullable Set<String> keys, @Nullable String by) {
		Set<String> known = new TreeSet<>(this.all.stream().map(Figure::key).toList());
		if (keys != null && !known.containsAll(keys)) {
			throw Refusal.invalid("key", Text.of("key 可取：%s。", "key is one of: %s.", String.join(", ", known)));
		}
		Set<String> groups = new TreeSet<>();
		this.all.forEach((figure) -> groups.addAll(figure.groups()));
		if (by != null && !groups.contains(by)) {
			throw Refusal.invalid("by", Text.of("by 可取：%s。", "by is one of: %s.", String.join(", ", groups)));
		}
		return this.all.stream()
			.filter((figure) -> keys == null || keys.isEmpty() || keys.contains(figure.key()))
			.filter((figure) -> by == null || figure.groups().contains(by))
			.toList();
	}

	/**
	 * Counts one figure. A query that fails gives a figure that is marked as missing: a
	 * wrong number is worse than none.
	 */
	Mono<Counted> count(Figure figure, Figure.Query query) {
		return Mono.defer(() -> {
			Timer.Sample time = Timer.start(this.meters);
			return figure.count()
				.apply(query)
				.doFinally((signal) -> time.stop(this.meters.timer("renda.figures.query", "key", figure.key())));
		})
			.map((counts) -> counted(figure, query, counts))
			.switchIfEmpty(Mono.fromSupplier(() -> counted(figure, query, List.of())))
			.onErrorResume((failure) -> (failure instanceof Refusal) ? Mono.error(failure)
					: Correlation.logging(() -> LOG.error("figure %s failed".formatted(figure.key()), failure))
						.thenReturn(missing(figure)));
	}

	private static Counted counted(Figure figure, Figure.Query query, List<Figure.Count> counts) {
		long value = counts.stream().mapToLong(Figure.Count::value).sum();
		Long of = whole(counts);
		String display = (of != null && of > 0) ? Share.percent(value, of)
				: figure.floor() ? FloorDisplay.floor(value) : FloorDisplay.exact(value);
		return new Counted(figure.key(), figure.title(), value, of,
				(of != null && of > 0) ? Share.fraction(value, of) : null, display, figure.unit(), figure.definition(),
				figure.floor(), figure.items().apply(query), query.by(), (query.by() != null) ? counts : null, false);
	}

	/**
	 * Of how many records a rate is; null for a figure that is none.
	 */
	private static @Nullable Long whole(List<Figure.Count> counts) {
		Long whole = null;
		for (Figure.Count count : counts) {
			Long of = count.of();
			if (of != null) {
				whole = of + ((whole != null) ? whole : 0);
			}
		}
		return whole;
	}

	private static Counted missing(Figure figure) {
		return new Counted(figure.key(), figure.title(), null, null, null, null, figure.unit(), figure.definition(),
				figure.floor(), null, null, null, true);
	}

}
