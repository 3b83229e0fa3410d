@NullMarked
package relais.experiences.adapter.territories;

import org.jspecify.annotations.NullMarked;
