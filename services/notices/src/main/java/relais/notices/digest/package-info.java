/** What has happened, by e-mail, once a day or once a week. */
@NullMarked
package relais.notices.digest;

import org.jspecify.annotations.NullMarked;
