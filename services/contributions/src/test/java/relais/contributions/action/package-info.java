@NullMarked
package relais.contributions.action;

import org.jspecify.annotations.NullMarked;
