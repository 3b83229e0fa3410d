/** Actions: who does what towards an objective, with their progress. */
@NullMarked
package relais.contributions.action;

import org.jspecify.annotations.NullMarked;
