package renda.platform.rule;

import java.util.List;

import renda.platform.web.Text;

/**
 * Tells where a rule is applied. A mechanism that applies rules has a bean of this type,
 * so that the page of a rule can show it.
 */
@FunctionalInterface
public interface RuleUses {

	/**
	 * Where a rule is applied by this mechanism; empty where it is not.
	 * @param rule the rule's id
	 */
	List<Use> of(String rule);

	/**
	 * One place.
	 *
	 * @param title what it is: a workflow's step, in words
	 * @param href where it is described
	 */
	record Use(Text title, String href) {
	}

}
