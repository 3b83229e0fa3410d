@NullMarked
package relais.codec;

import org.jspecify.annotations.NullMarked;
