/** Forms. */
@NullMarked
package relais.portal.form;

import org.jspecify.annotations.NullMarked;
