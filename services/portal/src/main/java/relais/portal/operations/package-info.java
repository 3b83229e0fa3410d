/** The operator's desk: how the services fare, events that wait, read models built anew. */
@NullMarked
package relais.portal.operations;

import org.jspecify.annotations.NullMarked;
