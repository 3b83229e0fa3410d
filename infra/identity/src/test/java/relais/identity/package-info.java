@NullMarked
package relais.identity;

import org.jspecify.annotations.NullMarked;
