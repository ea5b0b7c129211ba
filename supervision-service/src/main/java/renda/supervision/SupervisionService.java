package renda.supervision;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SupervisionService {

	public static void main(String[] args) {
		SpringApplication.run(SupervisionService.class, args);
	}

}
