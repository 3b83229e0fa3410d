package relais.feed.projection;

/** For whom a version or an activity is meant. It is fixed when it is written and never widens. */
public enum Visibility {
    /** Anyone. */
    PUBLIC,
    /** The committee's signatories and its secretariat: a text that they still write. */
    SIGNATORIES,
    /** Members of the committee: what was not yet published at that time. */
    COMMITTEE,
    /** No reader: it only keeps count of versions. */
    NONE
}
