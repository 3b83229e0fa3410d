@NullMarked
package relais.contributions.known;

import org.jspecify.annotations.NullMarked;
