package renda.local.postgres;

/**
 * One database and the role that owns it; the two have the same name.
 *
 * @param name the database and the role
 * @param password the role's password, new with every start
 * @param port the server's port on this machine
 */
public record Database(String name, String password, int port) {

	/**
	 * The address for Flyway.
	 */
	public String jdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + this.name;
	}

	/**
	 * The address for the service's own queries.
	 */
	public String r2dbcUrl() {
		return "r2dbc:postgresql://127.0.0.1:" + this.port + "/" + this.name;
	}

	@Override
	public String toString() {
		return "Database[" + jdbcUrl() + "]";
	}

}
