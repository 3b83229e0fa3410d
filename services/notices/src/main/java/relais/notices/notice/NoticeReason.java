package relais.notices.notice;

import java.util.Locale;

/** Why somebody is told. */
public enum NoticeReason {
    /** They follow it. */
    FOLLOWED,
    /** A card of their partner was returned to be mended. */
    RETURNED,
    /** Evidence that a text of their partner cites has changed. */
    EVIDENCE_OUTDATED,
    /** A consultation in which their partner has no position yet ends in three days. */
    CONSULTATION_ENDS,
    /** An action that their partner leads is late. */
    ACTION_LATE,
    /** Somebody wrote below a card of their partner. */
    MESSAGE;

    /** As identifiers and message files have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
