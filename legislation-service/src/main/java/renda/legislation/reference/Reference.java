package renda.legislation.reference;

import renda.legislation.text.RegulationTitle;

/**
 * A place in a legal text that refers to a piece of the same text or to another text.
 *
 * @param from the id of the node whose words refer
 * @param start where the reference begins in the node's text, in chars from 0
 * @param end where it ends, exclusive; equal to {@code start} for an article that stands
 * between the two ends of 第十条至第十二条 and has no words of its own
 * @param title the other text, as {@link RegulationTitle#normalise} gives it; empty for
 * this text
 * @param target the id of the node referred to; empty for the whole text. May name a
 * piece that the text does not have, where the source itself is wrong
 * @param words the words that refer
 */
public record Reference(String from, int start, int end, String title, String target, String words) {
}
