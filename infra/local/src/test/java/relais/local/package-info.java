@NullMarked
package relais.local;

import org.jspecify.annotations.NullMarked;
