@NullMarked
package relais.contributions.message;

import org.jspecify.annotations.NullMarked;
