/** What the HTTP ways into every aggregate have in common. */
@NullMarked
package relais.contributions.adapter.http;

import org.jspecify.annotations.NullMarked;
