/** Archives: what happened before the platform, told afterwards. */
@NullMarked
package relais.contributions.application.imports;

import org.jspecify.annotations.NullMarked;
