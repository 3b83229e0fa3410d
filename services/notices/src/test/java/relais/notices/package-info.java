/** The service as it runs. */
@NullMarked
package relais.notices;

import org.jspecify.annotations.NullMarked;
