/** The register of work reports (工作报告) that the standing committee has heard. */
@NullMarked
package renda.supervision.report;

import org.jspecify.annotations.NullMarked;
