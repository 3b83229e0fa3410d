/** Who does what towards the objectives, by when, and how far it has come. */
@NullMarked
package relais.contributions.domain.action;

import org.jspecify.annotations.NullMarked;
