/** How the parts of the service are put together, and in which order they start. */
@NullMarked
package relais.experiences.config;

import org.jspecify.annotations.NullMarked;
