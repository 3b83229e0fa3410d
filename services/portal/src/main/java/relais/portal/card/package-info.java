/** The page of a card, whatever its kind, and its versions. */
@NullMarked
package relais.portal.card;

import org.jspecify.annotations.NullMarked;
