/** The published language: event metadata, codec and registrar. */
@NullMarked
package relais.events;

import org.jspecify.annotations.NullMarked;
