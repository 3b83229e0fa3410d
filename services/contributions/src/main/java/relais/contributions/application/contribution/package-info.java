/**
 * What can be done with contributions: opening, changing, reading, working copies, and the answers
 * to what others publish.
 */
@NullMarked
package relais.contributions.application.contribution;

import org.jspecify.annotations.NullMarked;
