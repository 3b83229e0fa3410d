@NullMarked
package relais.contributions.application.message;

import org.jspecify.annotations.NullMarked;
