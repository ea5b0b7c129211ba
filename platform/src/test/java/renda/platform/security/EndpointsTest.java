package renda.platform.security;

import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;
import renda.platform.security.Endpoints.Endpoint;

import org.springframework.context.support.StaticApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EndpointsTest {

	@Test
	void controllersThatInheritAHandlerEachSayForWhomItIs() {
		assertThat(endpoints(Coins.class, Stamps.class, Notes.class).all()).containsExactly(
				new Endpoint("GET", "/coins", true, Set.of()),
				new Endpoint("POST", "/coins", false, Set.of(Role.GENERAL_OFFICE)),
				new Endpoint("GET", "/notes", false, Set.of(Role.CHAIR)),
				new Endpoint("GET", "/stamps", false, Set.of(Role.COUNCIL, Role.CHAIR)),
				new Endpoint("POST", "/stamps", false, Set.of(Role.FILING_OFFICE)));
	}

	@Test
	void whatSaysNothingDoesNotStart() {
		Endpoints silent = endpoints(Silent.class);
		assertThatIllegalStateException().isThrownBy(silent::afterSingletonsInstantiated).withMessageContaining("list");
		endpoints(Coins.class, Stamps.class, Notes.class).afterSingletonsInstantiated();
	}

	@Test
	void aHandlerForAPartOfAControllerThatAdmitsNobodyDoesNotStart() {
		Endpoints dumb = endpoints(Dumb.class);
		assertThatIllegalStateException().isThrownBy(dumb::afterSingletonsInstantiated).withMessageContaining("list");
	}

	private static Endpoints endpoints(Class<?>... controllers) {
		StaticApplicationContext context = new StaticApplicationContext();
		Arrays.stream(controllers).forEach((one) -> context.registerSingleton(one.getSimpleName(), one));
		context.refresh();
		OneLookup mapping = new OneLookup();
		mapping.setApplicationContext(context);
		mapping.afterPropertiesSet();
		return new Endpoints(mapping);
	}

	abstract static class Collection implements Admits {

		@AllowedAs(AllowedAs.Part.READER)
		@GetMapping
		String list() {
			return "list";
		}

		@AllowedAs(AllowedAs.Part.KEEPER)
		@PostMapping
		String enter() {
			return "enter";
		}

	}

	@RestController
	@RequestMapping("/coins")
	static class Coins extends Collection {

		@Override
		public Admission admission(AllowedAs.Part part) {
			return (part == AllowedAs.Part.READER) ? Admission.everyone() : Admission.of(Set.of(Role.GENERAL_OFFICE));
		}

	}

	@RestController
	@RequestMapping("/stamps")
	static class Stamps extends Collection {

		@Override
		public Admission admission(AllowedAs.Part part) {
			return Admission
				.of((part == AllowedAs.Part.READER) ? Set.of(Role.COUNCIL, Role.CHAIR) : Set.of(Role.FILING_OFFICE));
		}

	}

	@RestController
	@RequestMapping("/notes")
	static class Notes {

		@Allowed(Role.CHAIR)
		@GetMapping
		String list() {
			return "list";
		}

	}

	@RestController
	@RequestMapping("/silent")
	static class Silent {

		@GetMapping
		String list() {
			return "list";
		}

	}

	@RestController
	@RequestMapping("/dumb")
	static class Dumb {

		@AllowedAs(AllowedAs.Part.READER)
		@GetMapping
		String list() {
			return "list";
		}

	}

}
