/** How the parts of the service are put together. */
@NullMarked
package relais.history.config;

import org.jspecify.annotations.NullMarked;
