package relais.experiences.experience;

import java.util.Collection;

/** Removes the bytes of files that no card shows any more. */
@FunctionalInterface
public interface FileRemoval {

    /**
     * Removes those of these files that nothing refers to. It never fails: what could not be
     * removed is found by the sweep.
     */
    void removeUnused(Collection<String> hashes);
}
