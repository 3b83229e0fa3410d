@NullMarked
package relais.portal.todo;

import org.jspecify.annotations.NullMarked;
