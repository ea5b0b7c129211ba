package renda.gateway.problem;

/**
 * Carries a problem up to where it is answered. It has no stack trace: refusing must be
 * cheap.
 */
public final class Refused extends RuntimeException {

	private final transient Problem problem;

	public Refused(Problem problem) {
		super(problem.slug(), null, false, false);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

}
