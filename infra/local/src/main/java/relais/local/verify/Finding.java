package relais.local.verify;

/**
 * One thing that was found.
 *
 * @param subject a partition, a record's place or an aggregate
 * @param expected what should be; empty if the kind says it
 * @param found what is; empty if it is nothing
 */
public record Finding(Kind kind, String subject, String expected, String found) {}
