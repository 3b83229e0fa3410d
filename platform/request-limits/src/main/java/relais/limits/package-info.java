/**
 * How much a server takes in hand at once, services and portal alike: requests, the bytes of their
 * bodies, connections, and how long it waits for what a client has begun to send. What is beyond is
 * refused early, before anything is read or asked for it. Auto-configured.
 */
@NullMarked
package relais.limits;

import org.jspecify.annotations.NullMarked;
