/** The directions of the house, checked on the compiled classes of every module. */
@NullMarked
package relais.architecture;

import org.jspecify.annotations.NullMarked;
