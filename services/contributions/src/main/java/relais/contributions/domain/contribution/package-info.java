/**
 * The committee's policy texts: written on evidence, amended, consulted on, adopted, never silently
 * changed.
 */
@NullMarked
package relais.contributions.domain.contribution;

import org.jspecify.annotations.NullMarked;
