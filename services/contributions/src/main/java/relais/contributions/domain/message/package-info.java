/** Messages on any card, and the keys that keep their texts erasable. */
@NullMarked
package relais.contributions.domain.message;

import org.jspecify.annotations.NullMarked;
