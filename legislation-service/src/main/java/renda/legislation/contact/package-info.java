/**
 * Who is asked about lawmaking, and how it is told: grassroots legislative contact points
 * (基层立法联系点), the experts of the legislative advisory committee (立法咨询委员会), and press
 * conferences on regulations.
 */
@NullMarked
package renda.legislation.contact;

import org.jspecify.annotations.NullMarked;
