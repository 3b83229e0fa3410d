/** Public events, sent to addresses that people name, signed and again until they are taken. */
@NullMarked
package relais.notices.webhook;

import org.jspecify.annotations.NullMarked;
