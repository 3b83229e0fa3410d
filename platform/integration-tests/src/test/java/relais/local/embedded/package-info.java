@NullMarked
package relais.local.embedded;

import org.jspecify.annotations.NullMarked;
