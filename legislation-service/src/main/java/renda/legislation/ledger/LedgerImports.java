package renda.legislation.ledger;

import java.util.List;

import renda.platform.ingest.ImportKind;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;

/**
 * An import for each of several ledgers.
 */
public abstract class LedgerImports implements BeanRegistrar {

	private static final ParameterizedTypeReference<ImportKind<?>> KIND = new ParameterizedTypeReference<>() {
	};

	private final List<Ledger<?>> ledgers;

	protected LedgerImports(List<Ledger<?>> ledgers) {
		this.ledgers = List.copyOf(ledgers);
	}

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		this.ledgers.forEach((ledger) -> registry.registerBean(ledger.name() + "-import", KIND,
				(bean) -> bean.supplier((context) -> new LedgerImport<>(ledger, context.bean(Ledgers.class)))));
	}

}
