/** What the committee makes of what territories do: texts, aims, actions, meetings and talk. */
@NullMarked
package relais.contributions;

import org.jspecify.annotations.NullMarked;
