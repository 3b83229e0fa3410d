/** Refusals, versions and parked events as HTTP answers. */
@NullMarked
package relais.aggregates.http;

import org.jspecify.annotations.NullMarked;
