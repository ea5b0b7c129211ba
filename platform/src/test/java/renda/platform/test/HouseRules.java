package renda.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.reactivestreams.Publisher;

import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walls of a service. Each service has one test that runs them over its own package:
 * {@code HouseRules.of("renda.deputy")} in a {@code @TestFactory}.
 */
public final class HouseRules {

	private static final int LONGEST_FILE = 400;

	private static final Path SOURCES = Path.of("src", "main", "java");

	private static final Pattern UNCHECKED = Pattern.compile(
			"[(,]\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*[A-Z]\\w*(?:\\.[A-Z]\\w*)*\\.@(?:NotNull|Valid) [A-Z]\\w* \\w+");

	private final String root;

	private final JavaClasses classes;

	private HouseRules(String root) {
		this.root = root;
		this.classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(root);
	}

	/**
	 * One test for each wall.
	 * @param root the package of the service
	 */
	public static Stream<DynamicTest> of(String root) {
		HouseRules rules = new HouseRules(root);
		return Stream.of(rules.test("features depend on each other without cycles", rules.noCycles()),
				rules.test("the records of the domain know neither Spring's beans nor Reactor", rules.pureRecords()),
				rules.test("no controller sees the database", rules.controllersWithoutDatabase()),
				rules.test("controllers, workflows and configurations are nobody else's business",
						rules.packagePrivateBeans()),
				rules.test("nothing blocks", rules.nothingBlocks()),
				rules.test("nothing sleeps or waits for a future", rules.nothingWaits()),
				rules.test("nothing subscribes by hand", rules.nothingSubscribes()),
				DynamicTest.dynamicTest("every package says what it is for and is null-marked", rules::packages),
				DynamicTest.dynamicTest("constraints stand where they are checked", rules::constraints),
				DynamicTest.dynamicTest("no file is longer than " + LONGEST_FILE + " lines", rules::sizes));
	}

	private DynamicTest test(String name, ArchRule rule) {
		return DynamicTest.dynamicTest(name, () -> rule.check(this.classes));
	}

	private ArchRule noCycles() {
		return slices().matching(this.root + ".(*)..").should().beFreeOfCycles();
	}

	private ArchRule pureRecords() {
		DescribedPredicate<JavaClass> machinery = JavaClass.Predicates.resideInAnyPackage(
				"org.springframework.stereotype..", "org.springframework.context..", "org.springframework.beans..",
				"org.springframework.web..", "org.springframework.http..", "org.springframework.r2dbc..",
				"org.springframework.transaction..", "reactor..");
		return noClasses().that()
			.areRecords()
			.and(not(isPartOfABean()))
			.should()
			.dependOnClassesThat(machinery)
			.allowEmptyShould(true);
	}

	private ArchRule controllersWithoutDatabase() {
		return noClasses().that()
			.areAnnotatedWith(RestController.class)
			.should()
			.dependOnClassesThat(assignableTo(DatabaseClient.class))
			.allowEmptyShould(true);
	}

	private ArchRule packagePrivateBeans() {
		return classes().that()
			.areAnnotatedWith(RestController.class)
			.or()
			.areAnnotatedWith(Component.class)
			.or(areConfigurationsOfAFeature())
			.should()
			.notHaveModifier(JavaModifier.PUBLIC)
			.allowEmptyShould(true);
	}

	private ArchRule nothingBlocks() {
		return noClasses().should()
			.callMethodWhere(target(nameMatching("block.*|toIterable|toStream|toFuture"))
				.and(target(owner(assignableTo(Publisher.class)))));
	}

	private ArchRule nothingWaits() {
		return noClasses().should()
			.callMethodWhere(target(nameMatching("sleep|join")).and(target(owner(assignableTo(Thread.class)))))
			.orShould()
			.callMethodWhere(target(nameMatching("get")).and(target(owner(assignableTo(Future.class)))))
			.orShould()
			.callMethodWhere(target(nameMatching("join")).and(target(owner(assignableTo(CompletableFuture.class)))));
	}

	private ArchRule nothingSubscribes() {
		return noClasses().should()
			.callMethodWhere(target(nameMatching("subscribe")).and(target(owner(assignableTo(Publisher.class)))));
	}

	/**
	 * A record nested in a bean, such as a request in its controller, belongs to the
	 * bean.
	 */
	private static DescribedPredicate<JavaClass> isPartOfABean() {
		return DescribedPredicate.describe("is part of a bean",
				(type) -> Stream
					.iterate(type, (next) -> next.getEnclosingClass().isPresent(),
							(next) -> next.getEnclosingClass().orElseThrow())
					.anyMatch((outer) -> outer.isMetaAnnotatedWith(Component.class)));
	}

	private DescribedPredicate<JavaClass> areConfigurationsOfAFeature() {
		return DescribedPredicate.describe("are configurations of a feature",
				(type) -> type.isAnnotatedWith(Configuration.class) && !type.getPackageName().equals(this.root));
	}

	private void packages() throws IOException {
		try (Stream<Path> folders = Files.walk(SOURCES)) {
			List<Path> silent = folders.filter(Files::isDirectory)
				.filter((folder) -> holdsSources(folder) && !says(folder))
				.toList();
			assertThat(silent).isEmpty();
		}
	}

	private static boolean holdsSources(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.anyMatch((file) -> file.toString().endsWith(".java"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean says(Path folder) {
		Path file = folder.resolve("package-info.java");
		try {
			return Files.exists(file) && Files.readString(file).contains("@NullMarked")
					&& Files.readString(file).startsWith("/**");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * {@code Outer.@NotNull Inner name} annotates a type and no member, and nobody checks
	 * it: import the nested type.
	 */
	private void constraints() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> UNCHECKED.matcher(read(file)).find())).isEmpty();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void sizes() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			List<Path> tooLong = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> lines(file) > LONGEST_FILE)
				.sorted(Comparator.comparing(Path::toString))
				.toList();
			assertThat(tooLong).isEmpty();
		}
	}

	private static long lines(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
