package relais.local.verify;

import org.jspecify.annotations.Nullable;

/**
 * Which version of an aggregate its service has, and which the log tells. These few numbers for
 * each aggregate are all that a verification remembers, whatever the length of the log.
 */
final class Aggregate {

    private boolean privateSteps;
    private long stored;
    private long unsent;
    private long told;
    private @Nullable Versions missing;

    /** How a version of the log follows the earlier ones. */
    enum VersionOrder {
        NEXT,
        LATE,
        AGAIN
    }

    /**
     * @param version in the service's store
     * @param notSent how many events, the last ones up to that version, wait in the outbox
     * @param morePrivate whether versions also count what is never published
     */
    void store(long version, long notSent, boolean morePrivate) {
        stored = version;
        unsent = notSent;
        privateSteps = morePrivate;
    }

    VersionOrder tell(long version) {
        if (version > told) {
            if (version > told + 1) {
                missing = missing == null ? new Versions() : missing;
                missing.add(told + 1, version - 1);
            }
            told = version;
            return VersionOrder.NEXT;
        }
        return missing != null && missing.remove(version) ? VersionOrder.LATE : VersionOrder.AGAIN;
    }

    /**
     * The store after the log was read. What it has by now may well be more than that log tells.
     */
    void storeLater(long version) {
        stored = Math.min(version, told);
    }

    /** The log tells more than was in the store: it came meanwhile, or the store lost it. */
    boolean isAheadOfTheStore() {
        return told > stored;
    }

    void conclude(String id, Findings findings) {
        if (missing != null && !missing.isEmpty()) {
            findings.add(Kind.EVENT_MISSING, id, missing, "");
        }
        if (told > stored && stored == 0) {
            findings.add(Kind.NOT_STORED, id, told, "");
        } else if (told > stored) {
            findings.add(Kind.STORE_BEHIND, id, told, stored);
        } else if (told < stored && !privateSteps) {
            // Of those that waited then, some may have left since.
            long sent = Math.max(told, stored - unsent);
            if (sent > told) {
                findings.add(Kind.EVENT_MISSING, id, Versions.text(told + 1, sent), "");
            }
            if (stored > sent) {
                findings.add(Kind.EVENT_WAITING, id, Versions.text(sent + 1, stored), "");
            }
        }
    }
}
