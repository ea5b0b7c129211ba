package renda.platform.audit;

import java.util.List;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * {@code java -jar service.jar --verify-audit[=position:hash]}: verifies the trail,
 * prints what it found and ends with 0 if it is intact, else with 1.
 */
class AuditCommand implements ApplicationRunner {

	static final String OPTION = "verify-audit";

	private final AuditVerify verify;

	private final ApplicationContext context;

	AuditCommand(AuditVerify verify, ApplicationContext context) {
		this.verify = verify;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!arguments.containsOption(OPTION)) {
			return;
		}
		List<String> noted = arguments.getOptionValues(OPTION);
		this.verify.verify((noted == null || noted.isEmpty()) ? null : noted.getFirst())
			.doOnNext(AuditCommand::print)
			.map((result) -> result.intact() ? 0 : 1)
			.onErrorResume((failure) -> {
				System.out.println("The audit trail cannot be read: " + failure);
				return Mono.just(2);
			})
			.publishOn(Schedulers.boundedElastic())
			.subscribe((code) -> System.exit(SpringApplication.exit(this.context, () -> code)));
	}

	private static void print(AuditVerify.Result result) {
		System.out.printf("审计日志 audit trail: %s, %d entries, head %s%n",
				result.intact() ? "完好 intact" : "已被篡改 tampered", result.entries(), result.head());
		result.findings().forEach((finding) -> System.out.println("- " + finding));
	}

}
