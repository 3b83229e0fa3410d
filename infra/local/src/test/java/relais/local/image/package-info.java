@NullMarked
package relais.local.image;

import org.jspecify.annotations.NullMarked;
