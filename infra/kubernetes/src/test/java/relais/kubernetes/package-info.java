@NullMarked
package relais.kubernetes;

import org.jspecify.annotations.NullMarked;
