package renda.legislation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The service of lawmaking: the register of regulations today.
 */
@SpringBootApplication
public class LegislationService {

	public static void main(String[] args) {
		SpringApplication.run(LegislationService.class, args);
	}

}
