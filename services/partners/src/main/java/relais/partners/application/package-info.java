/**
 * What people do with partners, one class a verb, and the ports through which the outside serves
 * them.
 */
@NullMarked
package relais.partners.application;

import org.jspecify.annotations.NullMarked;
