@NullMarked
package relais.local.message;

import org.jspecify.annotations.NullMarked;
