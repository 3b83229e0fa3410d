package relais.notices.follower;

/** How often somebody gets a digest by e-mail. */
public enum Frequency {
    NEVER,
    DAILY,
    WEEKLY
}
