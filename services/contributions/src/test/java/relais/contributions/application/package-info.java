@NullMarked
package relais.contributions.application;

import org.jspecify.annotations.NullMarked;
