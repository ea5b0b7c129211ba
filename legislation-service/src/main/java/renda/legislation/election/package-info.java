/**
 * Elections by the congress (选举, 地方组织法 第二十五条 to 第三十条): candidates are nominated, the
 * presidium decides who stands, and the ballot's outcome is taken over. Its steps are
 * part of the table of an appointment, since whoever is elected is announced, sworn in
 * and leaves the post like anybody who was appointed. How papers are marked and counted
 * is the ballot's business.
 */
@NullMarked
package renda.legislation.election;

import org.jspecify.annotations.NullMarked;
