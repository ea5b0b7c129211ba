/**
 * The matter of personnel (人事任免案) as it stands: one act upon one person, with the
 * nomination, the personnel file, what happened at meetings and what came of it, and how
 * much of that who is shown. How it comes about is told elsewhere: {@code election} has
 * the steps of the congress, {@code appointment} those of the standing committee and the
 * offices, {@code slate} who is voted on together. They all take steps of this one kind
 * of case, so it stands below them and knows none of them.
 */
@NullMarked
package renda.legislation.personnel;

import org.jspecify.annotations.NullMarked;
