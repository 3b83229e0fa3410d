@NullMarked
package relais.experiences.imports;

import org.jspecify.annotations.NullMarked;
