/** The calls about objectives. */
@NullMarked
package relais.contributions.adapter.http.objective;

import org.jspecify.annotations.NullMarked;
