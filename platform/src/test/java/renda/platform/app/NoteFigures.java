package renda.platform.app;

import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoteFigures {

	private static final Text NAME = Text.of("笔记", "Notes");

	@Bean
	Figure noteCount() {
		return new Figure("notes", NAME, Text.of("条", "notes"), NAME, true, Set.of("year"),
				(query) -> "/api/v1/small/notes",
				(query) -> Mono.just((query.by() == null) ? List.of(new Figure.Count("", 246))
						: List.of(new Figure.Count("2021", 200), new Figure.Count("2022", 46))));
	}

	@Bean
	Figure sharedNotes() {
		return new Figure("shared_notes", NAME, NAME, NAME, false, Set.of("kind"), (query) -> "/api/v1/small/notes",
				(query) -> Mono.just((query.by() == null) ? List.of(new Figure.Count("", 2, 3L))
						: List.of(new Figure.Count("a", 2, 2L), new Figure.Count("b", 0, 1L))));
	}

	@Bean
	Figure brokenCount() {
		return new Figure("broken", NAME, NAME, NAME, false, Set.of(), (query) -> "",
				(query) -> Mono.error(new IllegalStateException("no such table")));
	}

}
