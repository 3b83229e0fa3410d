/**
 * Policy texts of the committee: drafting, evidence, consultation, amendments, positions and
 * adoption.
 */
@NullMarked
package relais.contributions.contribution;

import org.jspecify.annotations.NullMarked;
