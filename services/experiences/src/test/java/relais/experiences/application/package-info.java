@NullMarked
package relais.experiences.application;

import org.jspecify.annotations.NullMarked;
