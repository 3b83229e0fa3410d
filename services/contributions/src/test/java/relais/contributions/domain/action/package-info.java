@NullMarked
package relais.contributions.domain.action;

import org.jspecify.annotations.NullMarked;
