@NullMarked
package relais.territories;

import org.jspecify.annotations.NullMarked;
