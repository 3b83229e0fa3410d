@NullMarked
package relais.consumer;

import org.jspecify.annotations.NullMarked;
