/** How the parts of the service are put together, and in which order they start. */
@NullMarked
package relais.contributions.config;

import org.jspecify.annotations.NullMarked;
