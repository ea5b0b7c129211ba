/**
 * The registers of the general office (办公厅登记): requests and reports to the Party
 * committee, internal rules, changes of organs, the chronicle, awards, media articles,
 * help for higher committees. Each is one record of {@code renda.legislation.ledger},
 * declared in {@code OfficeLedgers}; they are one folder, because one office keeps them
 * in one way and none has more to it than its record.
 */
@NullMarked
package renda.legislation.office;

import org.jspecify.annotations.NullMarked;
