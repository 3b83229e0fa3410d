/** From a request to a change, the same for every aggregate. */
@NullMarked
package relais.contributions.application;

import org.jspecify.annotations.NullMarked;
