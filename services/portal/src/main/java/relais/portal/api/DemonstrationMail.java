package relais.portal.api;

import java.time.Instant;
import java.util.Map;

/** A mail that would have left if there were a mail server. */
public record DemonstrationMail(
        String id,
        Instant at,
        String to,
        String subject,
        String html,
        String text,
        String language,
        Map<String, String> headers) {}
