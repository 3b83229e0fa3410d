@NullMarked
package relais.contributions.imports;

import org.jspecify.annotations.NullMarked;
