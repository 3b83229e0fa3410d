@NullMarked
package relais.contributions.application.action;

import org.jspecify.annotations.NullMarked;
