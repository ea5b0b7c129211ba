package renda.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a whole service over HTTP: it runs on a free port with a database of its own
 * and trusts {@link Tokens}. Inject {@code WebTestClient}, any bean, or
 * {@link TestPostgres.Database}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "renda.security.issuer=" + Tokens.ISSUER,
				"renda.security.encryption-key=dGVzdHMtb25seS0zMi1ieXRlcy1sb25nLWtleS0hISE=",
				// a platform that runs on the same machine is none of the test's
				"renda.services.legislation=", "renda.services.supervision=", "renda.services.deputy=" })
@AutoConfigureWebTestClient(timeout = "PT1M")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestIdentity.class)
@DirtiesContext
public @interface ServiceTest {

	/**
	 * The application, where it is not in a package above the test's.
	 */
	@AliasFor(annotation = SpringBootTest.class, attribute = "classes")
	Class<?>[] value() default {};

}
