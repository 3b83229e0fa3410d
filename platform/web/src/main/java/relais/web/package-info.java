/**
 * How every service of Relais speaks HTTP: RFC 9457 problems in the reader's language, versions as
 * ETags, idempotency keys, cursors, and the checks of a resource server. Auto-configured: a service
 * that has this module on its class path has these conventions.
 */
@NullMarked
package relais.web;

import org.jspecify.annotations.NullMarked;
