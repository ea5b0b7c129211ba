package renda.platform.cases;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import renda.platform.security.Public;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.WorkflowDescription;

/**
 * The workflows of the service, as data.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/workflows")
@Tag(name = "workflows", description = "办理流程：状态、步骤、办理人、依据与期限")
class WorkflowController {

	private final List<WorkflowDescription> workflows;

	WorkflowController(List<WorkflowDescription> workflows) {
		this.workflows = List.copyOf(workflows);
	}

	/**
	 * All workflows of this service.
	 */
	@Public
	@GetMapping
	@Operation(summary = "办理流程 · All workflows of this service")
	ResponseEntity<List<WorkflowDescription>> all() {
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic()).body(this.workflows);
	}

	/**
	 * One workflow. 404 where the service has no such kind of case.
	 */
	@Public
	@GetMapping("/{name}")
	@Operation(summary = "一种办理流程 · One workflow")
	ResponseEntity<WorkflowDescription> one(@PathVariable String name) {
		WorkflowDescription found = this.workflows.stream()
			.filter((workflow) -> workflow.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound(Text.of("没有这种办理流程。", "There is no such workflow.")));
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic()).body(found);
	}

}
