/** How machines talk with Relais: its HTTP interfaces and the events of its log, as pages. */
@NullMarked
package relais.portal.contracts;

import org.jspecify.annotations.NullMarked;
