package renda.platform.file;

import java.nio.file.Path;
import java.time.Clock;

import renda.platform.command.Commands;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * How attachments are kept.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
public class FileConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FileStore fileStore(FileSettings settings, Clock clock) {
		return switch (settings.store()) {
			case "folder" -> new FolderStore(Path.of(settings.folder()));
			case "s3" -> {
				if (settings.s3() == null) {
					throw new IllegalStateException("renda.files.store=s3 needs renda.files.s3.*");
				}
				yield new S3Store(settings.s3(), clock);
			}
			default -> throw new IllegalStateException("renda.files.store is folder or s3, not " + settings.store());
		};
	}

	@Bean
	@ConditionalOnMissingBean
	StoredFiles storedFiles(DatabaseClient database) {
		return new StoredFiles(database);
	}

	@Bean
	@ConditionalOnMissingBean
	FileController fileController(FileStore store, StoredFiles files, Commands commands, FileSettings settings,
			Clock clock, @Value("${renda.service}") String service) {
		return new FileController(store, files, commands, settings, clock, service);
	}

}
