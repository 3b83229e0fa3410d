@NullMarked
package relais.contributions.application.contribution;

import org.jspecify.annotations.NullMarked;
