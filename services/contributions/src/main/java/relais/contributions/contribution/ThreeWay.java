package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;

/**
 * The three wordings to compare when a section moved under an amendment.
 *
 * @param base what the proposer read
 * @param current what the section says now; absent if it has gone
 * @param proposed what the amendment wants it to say
 * @param moved whether the section changed since the proposer read it
 */
record ThreeWay(Wording base, @Nullable Wording current, Wording proposed, boolean moved) {}
