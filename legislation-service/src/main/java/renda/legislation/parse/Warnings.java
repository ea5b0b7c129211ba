package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;

import renda.legislation.text.Warning;

/**
 * The oddities found while one text is read; a hostile text cannot make it grow without
 * bound.
 */
final class Warnings {

	private static final int LIMIT = 500;

	private final List<Warning> found = new ArrayList<>();

	void add(Warning.Code code, int line, String words) {
		if (this.found.size() < LIMIT) {
			this.found.add(new Warning(code, line, Line.shorten(words)));
		}
	}

	List<Warning> list() {
		return List.copyOf(this.found);
	}

}
