/** What the tests of the platform and of every service share. */
@NullMarked
package renda.platform.test;

import org.jspecify.annotations.NullMarked;
