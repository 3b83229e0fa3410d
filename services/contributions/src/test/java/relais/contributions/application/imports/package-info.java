@NullMarked
package relais.contributions.application.imports;

import org.jspecify.annotations.NullMarked;
