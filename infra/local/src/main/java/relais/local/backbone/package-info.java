/**
 * What the services stand on, on one machine: a broker, a schema registry, a document store, and
 * the topics.
 */
@NullMarked
package relais.local.backbone;

import org.jspecify.annotations.NullMarked;
