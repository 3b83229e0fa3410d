/** The calls about actions. */
@NullMarked
package relais.contributions.adapter.http.action;

import org.jspecify.annotations.NullMarked;
