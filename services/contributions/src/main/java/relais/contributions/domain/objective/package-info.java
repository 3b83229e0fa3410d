/** What the committee aims at on an axis, and how far it has come. */
@NullMarked
package relais.contributions.domain.objective;

import org.jspecify.annotations.NullMarked;
