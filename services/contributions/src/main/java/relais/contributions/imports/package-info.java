/** Archives as rows of a file. */
@NullMarked
package relais.contributions.imports;

import org.jspecify.annotations.NullMarked;
