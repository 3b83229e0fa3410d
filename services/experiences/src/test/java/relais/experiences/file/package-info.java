@NullMarked
package relais.experiences.file;

import org.jspecify.annotations.NullMarked;
