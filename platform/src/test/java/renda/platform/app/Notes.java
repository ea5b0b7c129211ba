package renda.platform.app;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

@Repository
class Notes {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("title").by("title", String.class).by("id", UUID.class),
			Sort.descending("-title").by("title", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	Notes(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Note>> find(Note.Filter filter, ListRequest request) {
		return new Select("SELECT id, title, words, version, modified_at FROM note").where("title = ?", filter.title())
			.page(this.database, request, SORTS, Note::of);
	}

	Mono<Note> one(UUID id) {
		return this.database.sql("SELECT * FROM note WHERE id = $1").bind(0, id).map(Note::of).one();
	}

	Mono<Note> insert(UUID id, Note.Input input) {
		return this.database.sql("INSERT INTO note (id, title, words) VALUES ($1, $2, $3) RETURNING *")
			.bind(0, id)
			.bind(1, input.title())
			.bind(2, input.words())
			.map(Note::of)
			.one();
	}

	Mono<Note> update(UUID id, long version, Note.Input input) {
		return this.database.sql("""
				UPDATE note SET title = $3, words = $4, version = version + 1, modified_at = clock_timestamp()
				WHERE id = $1 AND version = $2
				RETURNING *""")
			.bind(0, id)
			.bind(1, version)
			.bind(2, input.title())
			.bind(3, input.words())
			.map(Note::of)
			.one();
	}

}
