/** What the service remembers: manifests of exports, and how far digests have been computed. */
@NullMarked
package relais.history.adapter.mongo;

import org.jspecify.annotations.NullMarked;
