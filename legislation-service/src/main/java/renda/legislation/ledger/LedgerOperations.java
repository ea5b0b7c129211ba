package renda.legislation.ledger;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.OperationCustomizer;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Says in the API's description of which ledger an inherited endpoint is.
 */
@Component
class LedgerOperations implements OperationCustomizer {

	private static final String BETWEEN = " · ";

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		boolean inherited = handler.getMethod().getDeclaringClass() == LedgerController.class;
		if (inherited && handler.createWithResolvedBean().getBean() instanceof LedgerController<?, ?> controller) {
			Text title = controller.ledger().title();
			String[] summary = operation.getSummary().split(BETWEEN, 2);
			operation.setSummary(title.zh() + "：" + summary[0] + BETWEEN + title.en() + ": " + summary[1]);
		}
		return operation;
	}

}
