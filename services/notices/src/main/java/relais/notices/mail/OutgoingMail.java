package relais.notices.mail;

import java.util.Map;

/**
 * A mail that is ready to leave.
 *
 * @param id of the mail for ever: the same mail has the same {@code Message-ID}
 * @param headers beside those that every mail has
 */
public record OutgoingMail(
        String id,
        String to,
        String subject,
        String html,
        String text,
        String language,
        Map<String, String> headers) {}
