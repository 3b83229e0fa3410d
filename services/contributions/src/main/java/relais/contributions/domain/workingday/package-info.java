/** The meetings of the partners: what they talk about, and what they decide. */
@NullMarked
package relais.contributions.domain.workingday;

import org.jspecify.annotations.NullMarked;
