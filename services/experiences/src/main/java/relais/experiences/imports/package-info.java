/** Imports of archives: a table whose rows are commands, each taken for itself. */
@NullMarked
package relais.experiences.imports;

import org.jspecify.annotations.NullMarked;
