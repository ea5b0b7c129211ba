package renda.gateway.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a reader calls the services behind the gateway.
 */
public final class ServiceNames {

	private static final Map<String, String> ZH = Map.of("legislation", "立法", "supervision", "监督", "deputy", "代表",
			"identity", "身份认证");

	private ServiceNames() {
	}

	static String zh(String service) {
		return ZH.getOrDefault(service, service);
	}

	/**
	 * Several of them in a sentence: {@code 监督、代表}.
	 */
	public static String in(Locale language, List<String> services) {
		return Locale.ENGLISH.equals(language) ? String.join(", ", services)
				: services.stream().map(ServiceNames::zh).collect(Collectors.joining("、"));
	}

}
