@NullMarked
package relais.contributions.domain;

import org.jspecify.annotations.NullMarked;
