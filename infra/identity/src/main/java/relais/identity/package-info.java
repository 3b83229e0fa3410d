/**
 * The issuer of tokens for one machine: OAuth 2.0 and OpenID Connect with demo accounts whose
 * secrets anyone can read. Elsewhere Relais trusts a real issuer, by configuration alone.
 */
@NullMarked
package relais.identity;

import org.jspecify.annotations.NullMarked;
