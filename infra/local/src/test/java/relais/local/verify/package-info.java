@NullMarked
package relais.local.verify;

import org.jspecify.annotations.NullMarked;
