/**
 * What is true and what should happen next: addresses, interfaces, leases, plans and the rules that join them.
 *
 * <p>Nothing here acts, waits, asks the time or draws lots. Planners look at values and return values; time and chance
 * are arguments. The only library is the JDK, and of that only language, collections, time and numbers.
 *
 * <p>Each package below is one subject; open the one whose word you are looking for.
 */
@NullMarked
package io.github.terway4j.domain;

import org.jspecify.annotations.NullMarked;
