package renda.legislation.source;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

import renda.platform.city.CityProfile;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sources read for the register of one city.
 */
public final class SourceFixtures {

	static final CityProfile CITY = new CityProfile("410100", Text.of("郑州市", "Zhengzhou"), Text.of("河南省", "Henan"),
			ZoneId.of("Asia/Shanghai"), List.of());

	private SourceFixtures() {
	}

	/**
	 * A text as it is read from a file.
	 */
	public static Reading reading(String fileName, String source) {
		Readings readings = new Readings(JsonMapper.shared(), CITY);
		return ((Readings.Outcome.Taken) readings.read(fileName, source.getBytes(StandardCharsets.UTF_8))).reading();
	}

}
