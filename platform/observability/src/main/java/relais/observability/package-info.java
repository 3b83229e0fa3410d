/** What each server measures, and how it tells. */
@NullMarked
package relais.observability;

import org.jspecify.annotations.NullMarked;
