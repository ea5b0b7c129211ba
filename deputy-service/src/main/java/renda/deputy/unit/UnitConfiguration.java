package renda.deputy.unit;

import java.time.LocalDate;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Follows supervision's register of organs.
 */
@Configuration(proxyBeanMethods = false)
class UnitConfiguration {

	private static final Set<String> TYPES = Set.of("organ.established", "organ.changed", "organ.abolished");

	@Bean
	Subscription handlingUnitsSubscription(HandlingUnits units, JsonMapper json, CityProfile city) {
		return new Subscription("handling-units", "supervision", TYPES, (event) -> isComplete(event.data())
				? units.put(told(json.treeToValue(event.data(), HandlingUnit.class), event, city)) : Mono.empty());
	}

	/**
	 * An event that does not say these is passed over: it must not hold up the others.
	 */
	private static boolean isComplete(JsonNode data) {
		return data.hasNonNull("id") && data.hasNonNull("code") && data.hasNonNull("kind") && data.hasNonNull("name")
				&& data.hasNonNull("area");
	}

	/**
	 * An organ whose end is told without a day has ended on the day it was told.
	 */
	private static HandlingUnit told(HandlingUnit unit, FeedEvent event, CityProfile city) {
		if (unit.abolishedOn() != null || !event.type().equals("organ.abolished")) {
			return unit;
		}
		LocalDate on = event.time().atZoneSameInstant(city.zone()).toLocalDate();
		return new HandlingUnit(unit.id(), unit.code(), unit.kind(), unit.name(), unit.area(), on);
	}

}
