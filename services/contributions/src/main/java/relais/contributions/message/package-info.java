/** Messages on a card, and the keys under which their texts can be erased. */
@NullMarked
package relais.contributions.message;

import org.jspecify.annotations.NullMarked;
