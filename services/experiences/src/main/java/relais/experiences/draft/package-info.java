/** Drafts: cards that only their partner sees, up to their submission. */
@NullMarked
package relais.experiences.draft;

import org.jspecify.annotations.NullMarked;
