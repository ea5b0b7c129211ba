package renda.platform.cases;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.Validator;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.command.Commands;
import renda.platform.deadline.Deadlines;
import renda.platform.deadline.WorkingDays;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleUses;
import renda.platform.workflow.WorkflowDescription;

/**
 * How cases are carried through their workflows.
 */
@Configuration(proxyBeanMethods = false)
public class CaseConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CaseCodes caseCodes(DatabaseClient database) {
		return new CaseCodes(database);
	}

	@Bean
	@ConditionalOnMissingBean
	Proceedings proceedings(Commands commands, RuleBook rules, Deadlines deadlines, WorkingDays days,
			DatabaseClient database, JsonMapper json, CaseCodes codes, Outbox outbox, Validator validator,
			Clock clock) {
		return new Proceedings(commands, rules, deadlines, days, new Timeline(database, json, clock.getZone()),
				new Parties(database), codes, outbox, new Inputs(json, validator), clock);
	}

	@Bean
	PastCases pastCases(Proceedings proceedings) {
		return new PastCases(proceedings);
	}

	@Bean
	WorkflowController workflowController(ObjectProvider<CaseKind<?, ?, ?, ?>> kinds) {
		return new WorkflowController(described(kinds));
	}

	@Bean
	RuleUses workflowUses(ObjectProvider<CaseKind<?, ?, ?, ?>> kinds, @Value("${renda.service}") String service) {
		return new WorkflowUses(described(kinds), "/api/v1/" + service + "/workflows/");
	}

	@Bean
	DeskController deskController(ObjectProvider<CaseKind<?, ?, ?, ?>> kinds, ObjectProvider<Owed> owed,
			DatabaseClient database, Deadlines deadlines, Clock clock) {
		return new DeskController(
				new Desk(database, kinds.stream().toList(), owed.orderedStream().toList(), deadlines, clock), clock);
	}

	@Bean
	OpenApiCustomizer stepPaths(ObjectProvider<CaseKind<?, ?, ?, ?>> kinds) {
		return new StepPaths(kinds.stream().toList());
	}

	private static List<WorkflowDescription> described(ObjectProvider<CaseKind<?, ?, ?, ?>> kinds) {
		return kinds.stream()
			.<WorkflowDescription>map((kind) -> WorkflowDescription.of(kind.workflow()))
			.sorted(Comparator.comparing(WorkflowDescription::name))
			.toList();
	}

}
