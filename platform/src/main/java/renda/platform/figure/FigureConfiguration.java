package renda.platform.figure;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import renda.platform.city.CityProfile;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How figures are answered.
 */
@Configuration(proxyBeanMethods = false)
public class FigureConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FigureController figureController(ObjectProvider<Figure> figures, CityProfile city, Clock clock,
			MeterRegistry meters) {
		return new FigureController(new Figures(figures.orderedStream().toList(), meters), city, clock);
	}

}
