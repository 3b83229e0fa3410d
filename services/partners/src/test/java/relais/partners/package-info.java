@NullMarked
package relais.partners;

import org.jspecify.annotations.NullMarked;
