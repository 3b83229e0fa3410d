/** What the aggregates of this service have in common: who acts, on what grounds, and why not. */
@NullMarked
package relais.contributions.domain;

import org.jspecify.annotations.NullMarked;
