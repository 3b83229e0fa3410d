/** The whole service, and what its tests need to run it. */
@NullMarked
package relais.contributions;

import org.jspecify.annotations.NullMarked;
