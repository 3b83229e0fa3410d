@NullMarked
package relais.log;

import org.jspecify.annotations.NullMarked;
