/**
 * What a city may regulate (立法权限，立法法 第十一条、第八十一条): the domains it may make regulations in,
 * the matters left to national law, and what is done to the law. Plans and bills ask the
 * same questions with the same words.
 */
@NullMarked
package renda.legislation.competence;

import org.jspecify.annotations.NullMarked;
