/** How the parts of the service are put together, and in which order they start. */
@NullMarked
package relais.notices.config;

import org.jspecify.annotations.NullMarked;
