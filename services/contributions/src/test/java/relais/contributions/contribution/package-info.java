@NullMarked
package relais.contributions.contribution;

import org.jspecify.annotations.NullMarked;
