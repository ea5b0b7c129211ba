package renda.local;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two copies of each service behind the gateway work as one.
 */
class TwoCopiesTest {

	@RegisterExtension
	static PlatformExtension platform = PlatformExtension.copies(2);

	private final Organs organs = new Organs(platform);

	@Test
	void answersARetryTheSameWhicheverCopyItReaches() throws Exception {
		List<String> locations = Organs.atOnce(8, 32, (i) -> () -> this.organs.register("same-organ"));
		assertThat(new HashSet<>(locations)).hasSize(1);
		assertThat(this.organs.codes("same-organ")).hasSize(1);
	}

	@Test
	void letsOneOfTwoWritersWinWhicheverCopyTheyReach() throws Exception {
		String location = this.organs.register("contested-organ");
		List<Integer> answers = Organs.atOnce(8, 16,
				(i) -> () -> platform
					.send(platform.request(location + "/change", "general-office")
						.header("Content-Type", "application/json")
						.header("If-Match", "\"1\"")
						.POST(HttpRequest.BodyPublishers.ofString("""
								{"from": "2021-01-01", "name": "第%d个名称", "area": "410100", "basis": "测试"}"""
							.formatted(i))))
					.statusCode());
		assertThat(answers).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(answers).filteredOn((status) -> status == 412).hasSize(15);
	}

	@Test
	void goesOnReadingAndWritingWhileOneCopyIsDead() throws Exception {
		String location = this.organs.register("before-the-kill");
		platform.kill("supervision-2");
		List<Integer> reads = Organs.atOnce(4, 200, (i) -> () -> {
			HttpResponse<String> response = platform.get(location + "?on=20" + (10 + i % 80) + "-01-01", "");
			return response.statusCode();
		});
		assertThat(reads).containsOnly(200);
		List<String> written = Organs.atOnce(4, 40, (i) -> () -> this.organs.register("during-the-outage-" + i));
		assertThat(new HashSet<>(written)).hasSize(40);
		platform.awaitReady("supervision-2");
		assertThat(this.organs.codes("during-the-outage-")).hasSize(40);
	}

}
