/**
 * What the standing committee and its Party group study (学习): topics that come first at a
 * meeting (“第一议题”), lectures on special topics (专题辅导讲座), and the measures drawn from
 * them, with their tasks (落实举措). Registers of the general office.
 */
@NullMarked
package renda.legislation.study;

import org.jspecify.annotations.NullMarked;
