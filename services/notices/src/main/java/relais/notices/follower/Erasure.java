package relais.notices.follower;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets somebody: settings, address, follows, notices, mails and webhooks. */
@Component
public final class Erasure {

    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    /** A mandate is one person's; a few accounts may have had it. */
    private static final int MOST = 100;

    /** Something kept of followers. */
    public interface Kept {

        /** Removes everything of somebody; nothing happens the second time. */
        void erase(FollowerId follower);
    }

    private final MongoFollowers followers;
    private final List<Kept> kept;

    Erasure(MongoFollowers followers, List<Kept> kept) {
        this.followers = followers;
        this.kept = kept;
    }

    /** What is kept by the account goes last: an erasure that broke off is found again by it. */
    public void of(FollowerId follower) {
        kept.forEach(each -> each.erase(follower));
        followers.erase(follower);
        log.info("A follower was erased");
    }

    /** Everybody who acted under a mandate whose person is erased. */
    public void ofMandate(String mandate) {
        followers.ofMandate(mandate, MOST).forEach(this::of);
    }
}
