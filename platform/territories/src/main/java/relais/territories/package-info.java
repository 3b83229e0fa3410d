/**
 * The reference of French territories: lookup, search by name, ancestors at a date, succession.
 *
 * <p>It knows nothing of the services. Data, source and licence: {@code README.md} of this module.
 */
@NullMarked
package relais.territories;

import org.jspecify.annotations.NullMarked;
