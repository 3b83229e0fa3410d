/** What the service does by itself when something happened, to others or to its own aggregates. */
@NullMarked
package relais.contributions.application.reaction;

import org.jspecify.annotations.NullMarked;
