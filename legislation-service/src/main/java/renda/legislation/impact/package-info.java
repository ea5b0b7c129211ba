/**
 * Who refers to a regulation, and what a change of it touches (影响范围).
 */
@NullMarked
package renda.legislation.impact;

import org.jspecify.annotations.NullMarked;
