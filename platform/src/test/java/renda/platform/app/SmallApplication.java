package renda.platform.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The smallest service that has the whole platform, for the platform's own tests.
 */
@SpringBootApplication
public class SmallApplication {

}
