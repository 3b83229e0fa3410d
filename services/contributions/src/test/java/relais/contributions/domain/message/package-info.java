@NullMarked
package relais.contributions.domain.message;

import org.jspecify.annotations.NullMarked;
