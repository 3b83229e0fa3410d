/**
 * Kafka, schema registry, MongoDB and a token issuer for tests: containers where Docker has the
 * images, else child processes.
 */
@NullMarked
package relais.teststack;

import org.jspecify.annotations.NullMarked;
