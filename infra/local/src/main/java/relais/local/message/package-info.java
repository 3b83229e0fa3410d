/**
 * What the launcher says to people: French first, English for those whose environment asks for it.
 */
@NullMarked
package relais.local.message;

import org.jspecify.annotations.NullMarked;
