/** The committee's desk: objectives and actions, axis by axis. */
@NullMarked
package relais.portal.plan;

import org.jspecify.annotations.NullMarked;
