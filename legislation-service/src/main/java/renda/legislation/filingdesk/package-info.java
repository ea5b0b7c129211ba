/**
 * Where filings are taken in and dealt with (备案受理): what is checked before a document is
 * filed, the lists, the steps; and what reaches a filing from elsewhere, a request for
 * its review and a vote on its annulment.
 */
@NullMarked
package renda.legislation.filingdesk;

import org.jspecify.annotations.NullMarked;
