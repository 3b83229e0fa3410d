@NullMarked
package relais.experiences.adapter.http;

import org.jspecify.annotations.NullMarked;
