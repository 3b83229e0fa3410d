package relais.portal.account;

import com.mongodb.MongoException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** Renewals where sessions are kept: each is a session of its own, sealed with what it replaces. */
public record SharedRenewals(MongoSessions sessions) implements Renewals {

    /** Longer than a request holds on to the session that it read. */
    static final Duration FOUND_FOR = Duration.ofMinutes(5);

    /** Longer than an issuer takes to answer: who has not by then has died. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(SharedRenewals.class);
    private static final String GIVEN = SharedRenewals.class.getName() + ".given";

    @Override
    public boolean begin(String replaced) {
        try {
            return sessions.begin(replaced, ANSWERED_WITHIN);
        } catch (MongoException away) {
            // Nobody can agree on anything now.
            log.warn("A renewal is not shared: {}", away.getMessage());
            return true;
        }
    }

    @Override
    public @Nullable OAuth2AuthorizedClient given(String replaced) {
        StoredSession renewal = sessions.findById(replaced);
        return renewal == null ? null : renewal.getAttribute(GIVEN);
    }

    @Override
    public void keep(String replaced, OAuth2AuthorizedClient given) {
        StoredSession renewal = sessions.findById(replaced);
        if (renewal != null) {
            renewal.setMaxInactiveInterval(FOUND_FOR);
            renewal.setAttribute(GIVEN, given);
            sessions.save(renewal);
        }
    }

    @Override
    public void giveUp(String replaced) {
        sessions.deleteById(replaced);
    }
}
