/**
 * Programs that are kept running: started, watched, restarted with a growing delay, and
 * ended with their launcher.
 */
@NullMarked
package renda.local.process;

import org.jspecify.annotations.NullMarked;
