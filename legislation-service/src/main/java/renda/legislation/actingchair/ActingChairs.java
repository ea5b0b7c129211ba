package renda.legislation.actingchair;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Caller;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Who acted for the chair, and who does.
 */
@Repository
class ActingChairs {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-code").by("code", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final ActingChairKind kind;

	ActingChairs(DatabaseClient database, ActingChairKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * Those a caller may know of.
	 */
	Mono<Slice<ActingChairView>> find(Filter filter, Caller caller, ListRequest request) {
		return this.kind.table()
			.knownTo(caller, this.kind.keys(caller))
			.where("state = ?", filter.state())
			.where("member = ?", filter.member())
			.page(this.database, request, SORTS, (row) -> this.kind.view(this.kind.table().read(row), caller));
	}

	/**
	 * Who acts for the chair now; empty for nobody.
	 */
	Mono<ActingChair> now() {
		return this.database.sql("SELECT id, content FROM acting_chair WHERE state = 'ACTING'")
			.map(this.kind.table()::read)
			.one();
	}

	/**
	 * Which to list.
	 */
	@Schema(name = "ActingChairFilter")
	record Filter(ActingChair.@Nullable State state, @Nullable UUID member) {
	}

}
