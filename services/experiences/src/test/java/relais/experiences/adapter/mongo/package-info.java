@NullMarked
package relais.experiences.adapter.mongo;

import org.jspecify.annotations.NullMarked;
