@NullMarked
package relais.partners.application;

import org.jspecify.annotations.NullMarked;
