package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the highest version of many cards at once, by asking which {@code _id}s exist. Versions are
 * contiguous and written in order, so a version that exists proves all lower ones, and one that
 * does not exist disproves all higher ones: each round of questions gallops on from what is known.
 */
record Heads(MongoModel model) {

    /** Questions at 1, 2, 4, 8 beyond the start: most cards have fewer versions. */
    private static final int FIRST_REACH = 4;

    /** And up to 128 beyond what is known in every later round. */
    private static final int REACH = 8;

    /** Of so few cards each of the first eight versions is asked for: a round more costs more. */
    private static final int FEW = 20;

    /**
     * The highest version of each; 0 if it has none.
     *
     * @param known per card a version that exists, or 0. One that is known to be recent costs one
     *     question only
     */
    Map<String, Long> above(Map<String, Long> known) {
        var searches = new ArrayList<Search>(known.size());
        boolean few = known.size() <= FEW;
        known.forEach((id, version) -> searches.add(new Search(id, version, few)));
        List<Search> open = searches;
        while (!open.isEmpty()) {
            Set<String> asked = new HashSet<>();
            open.forEach(search -> search.ask(asked));
            Set<String> existing = Lookups.existing(model.cards(), asked);
            open.forEach(search -> search.learn(existing));
            open = open.stream().filter(search -> !search.isDone()).toList();
        }
        var heads = new HashMap<String, Long>();
        searches.forEach(search -> heads.put(search.id, search.low));
        return heads;
    }

    /** What is known of one card: a version that exists, or 0, and one that does not. */
    private static final class Search {

        private final String id;
        private long low;
        private long high = Long.MAX_VALUE;
        private int reach;
        private boolean stepwise;

        Search(String id, long known, boolean few) {
            this.id = id;
            this.low = known;
            this.reach = known > 0 ? 1 : few ? REACH : FIRST_REACH;
            this.stepwise = few;
        }

        void ask(Set<String> ids) {
            candidates().forEach(version -> ids.add(id + ":" + version));
        }

        void learn(Set<String> existing) {
            for (long version : candidates()) {
                if (!existing.contains(id + ":" + version)) {
                    high = version;
                    break;
                }
                low = version;
            }
            reach = REACH;
            stepwise = false;
        }

        boolean isDone() {
            return low + 1 == high;
        }

        private List<Long> candidates() {
            var candidates = new ArrayList<Long>(reach);
            for (int i = 0; i < reach; i++) {
                long version = low + (stepwise ? i + 1 : 1L << i);
                if (version >= high) {
                    break;
                }
                candidates.add(version);
            }
            return candidates;
        }
    }
}
