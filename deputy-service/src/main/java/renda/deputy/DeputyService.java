package renda.deputy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DeputyService {

	public static void main(String[] args) {
		SpringApplication.run(DeputyService.class, args);
	}

}
