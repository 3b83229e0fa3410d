/**
 * Experiences: their state, events, commands and rules, where they are kept, and how they are asked
 * for, changed and published.
 */
@NullMarked
package relais.experiences.experience;

import org.jspecify.annotations.NullMarked;
