/** What a decision has to know of others, and where the service keeps it. */
@NullMarked
package relais.contributions.known;

import org.jspecify.annotations.NullMarked;
