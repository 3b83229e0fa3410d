@NullMarked
package relais.contributions.domain.contribution;

import org.jspecify.annotations.NullMarked;
