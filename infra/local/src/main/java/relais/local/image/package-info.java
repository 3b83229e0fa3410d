/** Container images of the services, and the engine that builds and runs them. */
@NullMarked
package relais.local.image;

import org.jspecify.annotations.NullMarked;
