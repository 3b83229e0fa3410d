package relais.feed.rebuild;

import java.util.Set;

/** The readers of this process that keep models up to date. */
public interface Followers {

    /** Has exactly these read from now on, each in its own group. Returns soon. */
    void follow(Set<Integer> numbers);
}
