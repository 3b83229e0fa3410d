/**
 * What the portal knows of the other services: their HTTP calls and the JSON they answer with. Only
 * what pages show is named; the rest of an answer is left aside.
 */
@NullMarked
package relais.portal.api;

import org.jspecify.annotations.NullMarked;
