/** The services over HTTP, as an operator calls them. */
@NullMarked
package relais.local.call;

import org.jspecify.annotations.NullMarked;
