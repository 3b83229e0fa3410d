@NullMarked
package relais.contributions.reaction;

import org.jspecify.annotations.NullMarked;
