package renda.local.postgres;

import java.nio.file.Path;

/**
 * Where the server lives and how careful it is.
 *
 * @param folder holds the cluster and the superuser's password
 * @param cache holds the unpacked programs, shared by all runs
 * @param log the server's log
 * @param port the port on 127.0.0.1
 * @param durable whether commits reach the disk before they are answered; data that is
 * thrown away need not
 */
public record PostgresSettings(Path folder, Path cache, Path log, int port, boolean durable) {
}
