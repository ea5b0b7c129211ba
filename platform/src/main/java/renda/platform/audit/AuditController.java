package renda.platform.audit;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Allowed;
import renda.platform.security.Role;
import renda.platform.store.Select;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The audit trail.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/audit")
@Tag(name = "审计日志 Audit")
class AuditController {

	private static final String LIST = """
			SELECT * FROM (SELECT %s, at AS modified_at FROM audit_entry) AS audit""".formatted(AuditEntry.COLUMNS);

	/** UUIDv7: by id is by time. */
	private static final List<Sort> SORTS = List.of(Sort.descending("-at").by("id", UUID.class),
			Sort.ascending("at").by("id", UUID.class));

	private final DatabaseClient database;

	private final Listings listings;

	private final AuditVerify verify;

	AuditController(DatabaseClient database, Listings listings, AuditVerify verify) {
		this.database = database;
		this.listings = listings;
		this.verify = verify;
	}

	/**
	 * Who did what, the newest first; by subject ({@code deputy/018f…}) and by caller.
	 */
	@Allowed(Role.ADMINISTRATOR)
	@GetMapping
	@Operation(summary = "审计日志 · The audit trail")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute AuditEntry.Filter filter, ListRequest request) {
		return this.listings.restricted(request, "audit",
				(page) -> new Select(LIST).where("subject = ?", filter.subject())
					.where("caller = ?", filter.caller())
					.page(this.database, page, SORTS, AuditEntry::of));
	}

	/**
	 * Verifies the whole trail; about a minute for some millions of entries.
	 * @param head the end of the chain noted after an earlier verification,
	 * {@code position:hash}; it must still be in the chain
	 */
	@Allowed({ Role.ADMINISTRATOR, Role.OPERATOR })
	@GetMapping("/verification")
	@Operation(summary = "核验审计日志未被篡改 · Verify the audit trail")
	Mono<ResponseEntity<AuditVerify.Result>> verification(@RequestParam(required = false) @Nullable String head) {
		return this.verify.verify(head)
			.map((result) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(result));
	}

}
