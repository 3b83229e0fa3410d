package relais.portal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session as one request sees it, with what that request changed: two requests of one browser at
 * a time must not undo each other's changes.
 */
final class StoredSession implements Session {

    /** An attribute of a session that could not be read. */
    static final String UNREAD = StoredSession.class.getName() + ".unread";

    private final MapSession content;
    private final Map<String, @Nullable Object> changes = new HashMap<>();
    private @Nullable String storedId;
    private Instant storedAccess;

    private StoredSession(MapSession content, @Nullable String storedId) {
        this.content = content;
        this.storedId = storedId;
        this.storedAccess = content.getLastAccessedTime();
    }

    static StoredSession begun(Duration lifetime, Instant now) {
        var content = new MapSession();
        content.setCreationTime(now);
        content.setLastAccessedTime(now);
        content.setMaxInactiveInterval(lifetime);
        return new StoredSession(content, null);
    }

    static StoredSession stored(MapSession content) {
        return new StoredSession(content, content.getId());
    }

    /** One that is there, or was: what it holds cannot be known now, and stays as it is. */
    static StoredSession unread(String id, Duration lifetime, Instant now) {
        var content = new MapSession(id);
        content.setCreationTime(now);
        content.setLastAccessedTime(now);
        content.setMaxInactiveInterval(lifetime);
        content.setAttribute(UNREAD, true);
        return new StoredSession(content, id);
    }

    boolean isUnread() {
        return content.getAttribute(UNREAD) != null;
    }

    MapSession content() {
        return content;
    }

    @Nullable String storedId() {
        return storedId;
    }

    boolean isChanged() {
        return !changes.isEmpty() || !getId().equals(storedId);
    }

    /** It is stored as it is now: a request may store it several times. */
    void wasStored() {
        storedId = getId();
        storedAccess = getLastAccessedTime();
        changes.clear();
    }

    /** How long ago, when this request came, the one before it had been noted. */
    Duration sinceStoredAccess() {
        return Duration.between(storedAccess, content.getLastAccessedTime());
    }

    /** This request's changes, on what others made of the session meanwhile. */
    MapSession on(MapSession current) {
        var merged = new MapSession(current);
        merged.setId(getId());
        merged.setLastAccessedTime(content.getLastAccessedTime());
        merged.setMaxInactiveInterval(content.getMaxInactiveInterval());
        changes.forEach(merged::setAttribute);
        // A copy knows no id but its own.
        return new MapSession(merged);
    }

    @Override
    public String getId() {
        return content.getId();
    }

    @Override
    public String changeSessionId() {
        return content.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // The interface has it so.
    public <T> @Nullable T getAttribute(String name) {
        return content.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return content.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        content.setAttribute(name, value);
        changes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return content.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        content.setLastAccessedTime(at);
    }

    @Override
    public Instant getLastAccessedTime() {
        return content.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        content.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return content.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return content.isExpired();
    }
}
