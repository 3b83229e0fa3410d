@NullMarked
package relais.experiences.domain;

import org.jspecify.annotations.NullMarked;
