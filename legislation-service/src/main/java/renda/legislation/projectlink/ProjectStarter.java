package renda.legislation.projectlink;

import reactor.core.publisher.Mono;

/**
 * A kind of case that starts projects and is told what comes of them. A feature declares
 * one bean; this one depends on none of them.
 */
public interface ProjectStarter {

	/**
	 * The kind of case, as {@link ProjectStart#kind()} names it.
	 */
	String kind();

	/**
	 * Notes how far a project is, in the transaction of the step that moved it.
	 */
	Mono<Void> came(ProjectStart start, ProjectCourse course);

}
