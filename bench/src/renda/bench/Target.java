package renda.bench;

/**
 * Where a scenario is measured.
 */
enum Target {

	/** The statements of the request, sent by pgbench to PostgreSQL. */
	PGBENCH("pgbench"),
	/** The service itself. */
	DIRECT("service"),
	/** Through the gateway, answered by the service. */
	GATEWAY("gateway"),
	/** Through the gateway, which may answer from its cache of public reads. */
	CACHED("gateway, cached");

	final String words;

	Target(String words) {
		this.words = words;
	}

}
