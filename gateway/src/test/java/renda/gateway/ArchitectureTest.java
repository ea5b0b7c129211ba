package renda.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("renda.gateway");

	@Test
	void featuresHaveNoCycles() {
		slices().matching("renda.gateway.(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void nothingBlocks() {
		noClasses().should()
			.callMethodWhere(target(nameMatching("block.*")).and(target(owner(assignableTo(Mono.class)))))
			.orShould()
			.callMethodWhere(
					target(nameMatching("block.*|toIterable|toStream")).and(target(owner(assignableTo(Flux.class)))))
			.check(this.classes);
	}

	@Test
	void theGatewayKnowsNoPlatformAndNoDatabase() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("renda.platform..", "io.r2dbc..", "java.sql..")
			.check(this.classes);
	}

}
