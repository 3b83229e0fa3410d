@NullMarked
package relais.experiences.draft;

import org.jspecify.annotations.NullMarked;
