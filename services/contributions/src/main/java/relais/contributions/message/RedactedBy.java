package relais.contributions.message;

/** On whose side a text was hidden. */
public enum RedactedBy {
    AUTHOR,
    COMMITTEE
}
