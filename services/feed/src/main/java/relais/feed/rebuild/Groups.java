package relais.feed.rebuild;

import relais.log.Offsets;

/**
 * The groups that read the log for the models, by the model's number. Each method throws {@link
 * relais.log.LogUnavailable} rather than wait for long.
 */
public interface Groups {

    /** Whether any of them, also of models that are not known any more, ever committed a thing. */
    boolean haveRead();

    /** Up to where a model's group has projected. */
    Offsets committed(int number);

    /** Where a group that has no members yet is to begin. */
    void begin(int number, Offsets next);

    /** False while it still has members. */
    boolean disband(int number);
}
