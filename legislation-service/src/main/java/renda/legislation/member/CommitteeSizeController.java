package renda.legislation.member;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How many seats the standing committee of a term has.
 */
@RestController
@RequestMapping("/api/v1/legislation/committee-sizes")
@Tag(name = "members")
class CommitteeSizeController {

	private final CommitteeSizes sizes;

	private final Commands commands;

	private final CityProfile city;

	CommitteeSizeController(CommitteeSizes sizes, Commands commands, CityProfile city) {
		this.sizes = sizes;
		this.commands = commands;
		this.city = city;
	}

	/**
	 * The sizes of the committees, by term.
	 */
	@Public
	@GetMapping
	@Operation(summary = "常委会名额 · The seats of the standing committee, by term (地方组织法 第四十七条)")
	Mono<List<CommitteeSize>> all() {
		return this.sizes.all();
	}

	/**
	 * Records the size that the province has fixed for a term. 422 MTG-34 for fewer or
	 * more seats than a city may have, and where another size is recorded: it does not
	 * change within the term; 400 for a term the city does not know.
	 */
	@Allowed(Role.PERSONNEL_OFFICE)
	@PutMapping("/{term}")
	@Operation(summary = "登记名额 · Record the size fixed for a term (地方组织法 第四十七条)")
	Mono<ResponseEntity<CommitteeSize>> put(@PathVariable int term, @Valid @RequestBody SizeFixed body,
			Command command) {
		return this.commands.run(command, body, () -> {
			command.caller().requireArea(this.city.code());
			return this.sizes.put(this.city.term(term), body)
				.map((size) -> Answer.done("committee-size/" + term, size));
		});
	}

	/**
	 * The size of a committee.
	 *
	 * @param basis the decision that fixes it
	 * @param population the population of the city, where the size rests on it
	 */
	record SizeFixed(@Positive int size, @NotBlank @Size(max = 200) String basis,
			@Nullable @Positive Integer population) {
	}

	/**
	 * The size of the committee of a term.
	 *
	 * @param population the population of the city; missing where the size does not rest
	 * on it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CommitteeSize(int term, int size, String basis, @Nullable Integer population) {
	}

}
