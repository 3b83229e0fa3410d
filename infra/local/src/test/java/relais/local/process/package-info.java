@NullMarked
package relais.local.process;

import org.jspecify.annotations.NullMarked;
