/** What the service answers to events, of its own and of experiences. */
@NullMarked
package relais.contributions.reaction;

import org.jspecify.annotations.NullMarked;
