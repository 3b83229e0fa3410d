/** Forms that people fill in: what they typed, what is wrong with it, and keeping both. */
@NullMarked
package relais.portal.form;

import org.jspecify.annotations.NullMarked;
