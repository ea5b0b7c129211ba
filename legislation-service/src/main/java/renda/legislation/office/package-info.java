/**
 * The registers of the general office: study, lectures, measures, requests and reports to
 * the Party committee, internal rules, changes of organs, awards, media articles, help
 * for higher committees. Each is one record of {@code renda.legislation.ledger}.
 */
@NullMarked
package renda.legislation.office;

import org.jspecify.annotations.NullMarked;
