package renda.gateway.report;

import java.util.List;

import org.jspecify.annotations.Nullable;
import renda.gateway.problem.Text;

/**
 * What a service answers about its figures.
 *
 * @param figures one for each key
 */
record Figures(@Nullable List<Figure> figures) {

	List<Figure> all() {
		return (this.figures != null) ? this.figures : List.of();
	}

	/**
	 * One figure.
	 *
	 * @param key its name
	 * @param value the exact number
	 * @param display as a report shows it
	 * @param unit its measure word
	 * @param title what is counted
	 * @param definition which records
	 * @param items where the records are
	 */
	record Figure(@Nullable String key, @Nullable Long value, @Nullable String display, @Nullable Text unit,
			@Nullable Text title, @Nullable Text definition, @Nullable String items) {
	}

}
