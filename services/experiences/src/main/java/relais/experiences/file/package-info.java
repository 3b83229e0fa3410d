/** Pictures and documents: received, looked into, kept outside the log, and removed. */
@NullMarked
package relais.experiences.file;

import org.jspecify.annotations.NullMarked;
