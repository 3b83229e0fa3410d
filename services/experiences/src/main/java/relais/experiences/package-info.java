@NullMarked
package relais.experiences;

import org.jspecify.annotations.NullMarked;
