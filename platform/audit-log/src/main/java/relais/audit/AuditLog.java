package relais.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;

/**
 * Writes each event as a line of the logger {@code relais.audit}, with the names of the Elastic
 * Common Schema as members. Nothing is kept: whoever collects the logs keeps them.
 */
final class AuditLog implements AuditEventRepository {

    static final String REFUSED = "REFUSED";
    static final String ACT = "ACT";
    static final String METHOD = "http.request.method";
    static final String PATH = "url.path";
    static final String STATUS = "http.response.status_code";

    private static final Logger log = LoggerFactory.getLogger("relais.audit");

    private static final String SIGN_IN = "authentication";
    private static final String FAILURE = "failure";
    private static final String UNKNOWN = "unknown";

    /** Of an account; nothing else is written down. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:-]{1,80}");

    private final AuditSettings settings;

    AuditLog(AuditSettings settings) {
        this.settings = settings;
    }

    @Override
    public void add(AuditEvent event) {
        Kind kind = kind(event.getType());
        if (kind == null) {
            return;
        }
        String account = kind.isMistyped() ? UNKNOWN : account(event.getPrincipal());
        LoggingEventBuilder line =
                log.atInfo()
                        .addKeyValue("event.kind", "event")
                        .addKeyValue("event.category", kind.category())
                        .addKeyValue("event.action", kind.action())
                        .addKeyValue("event.outcome", outcome(kind, event))
                        .addKeyValue("user.id", account);
        for (String name : List.of(METHOD, PATH, STATUS)) {
            Object value = event.getData().get(name);
            if (value != null) {
                line = line.addKeyValue(name, value);
            }
        }
        line.log("{} of {}", kind.action(), account);
    }

    /** Of nothing: an audit log is not read by whom it is about. */
    @Override
    public List<AuditEvent> find(
            @Nullable String principal, @Nullable Instant after, @Nullable String type) {
        return List.of();
    }

    private record Kind(String category, String action, @Nullable String outcome) {

        /** A field filled in wrongly may hold anything, an address or a password. */
        boolean isMistyped() {
            return category.equals(SIGN_IN) && FAILURE.equals(outcome);
        }
    }

    private @Nullable Kind kind(String type) {
        return switch (type) {
            case REFUSED -> new Kind("web", "refusal", FAILURE);
            case ACT -> new Kind("configuration", "operation", null);
            case "AUTHENTICATION_SUCCESS" -> ofSignIn("sign-in", "success");
            case "AUTHENTICATION_FAILURE" -> ofSignIn("sign-in", FAILURE);
            case "LOGOUT_SUCCESS" -> ofSignIn("sign-out", "success");
            // A refusal is told once, with its status.
            default -> null;
        };
    }

    private @Nullable Kind ofSignIn(String action, String outcome) {
        return settings.signIns() ? new Kind(SIGN_IN, action, outcome) : null;
    }

    private static String outcome(Kind kind, AuditEvent event) {
        if (kind.outcome() != null) {
            return kind.outcome();
        }
        Map<String, Object> data = event.getData();
        return data.get(STATUS) instanceof Integer status && status < 400 ? "success" : FAILURE;
    }

    private static String account(@Nullable String principal) {
        return principal != null && IDENTIFIER.matcher(principal).matches() ? principal : UNKNOWN;
    }
}
