@NullMarked
package relais.experiences.experience;

import org.jspecify.annotations.NullMarked;
