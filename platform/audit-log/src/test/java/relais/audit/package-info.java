@NullMarked
package relais.audit;

import org.jspecify.annotations.NullMarked;
