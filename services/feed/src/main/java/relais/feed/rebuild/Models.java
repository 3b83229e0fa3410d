package relais.feed.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all processes know of the models. Every change is one write that says on what it rests, so
 * that of two who want the same one gets it. Everything reaches the store, and throws its
 * exceptions.
 */
public interface Models {

    /** Empty on a new platform, and where the read model was lost. */
    Optional<Pointer> pointer();

    /** The latest hundred, the newest first. */
    List<Model> all();

    /** Those that take room, or soon will not: a handful. The newest first. */
    List<Model> standing();

    Optional<Model> find(int number);

    /** False if there is one of that number. */
    boolean add(Model model);

    /** Sets the pointer if there is none. */
    void pointTo(int number);

    /** False if it is in another stage by now. */
    boolean move(int number, Stage from, Stage to);

    /**
     * Takes the right to work on a model.
     *
     * @param seen the lease as it was last seen; null if there was none
     * @return false if it is another by now
     */
    boolean take(int number, Model.@Nullable Lease seen, String owner);

    /**
     * Says that the owner is still there, and how far it is.
     *
     * @return the model's stage; empty if the lease is another's by now
     */
    Optional<Stage> beat(int number, String owner, Work work);

    /**
     * Ends the work on a model, and the lease with it.
     *
     * @param failure null unless it ends early
     * @return false if the stage or the owner is another by now
     */
    boolean finish(
            int number, String owner, Stage from, Stage to, Instant at, @Nullable String failure);

    /** Gives the lease back, the work undone. */
    void release(int number, String owner);

    void compared(int number, Parity parity);

    /** False if another model serves by now, or a switch is going on. */
    boolean beginSwitch(int from, Pointer.Switching switching);

    /** False if that switch is no longer going on. */
    boolean completeSwitch(int from, Pointer.Switching switching, Model.Activation activation);

    /** All stays as it was; nothing happens if that switch is no longer going on. */
    void abandonSwitch(String token);
}
