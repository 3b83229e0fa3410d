@NullMarked
package relais.outbox;

import org.jspecify.annotations.NullMarked;
