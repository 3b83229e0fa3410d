package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.List;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.Step;

/**
 * Cuts what is to be written, in its order, into pieces that fit the memory of a small process:
 * every version of a contribution is written with its whole text, and a batch may hold hundreds.
 */
final class Slices {

    /** In characters of text; as documents with their terms about three times as many bytes. */
    private static final long HEAVIEST = 1_000_000;

    /** What any other card weighs, roughly. */
    private static final long LIGHT = 1_000;

    private Slices() {}

    static List<List<Step>> of(List<Step> steps) {
        var slices = new ArrayList<List<Step>>();
        int from = 0;
        long weight = 0;
        for (int i = 0; i < steps.size(); i++) {
            long next = weight(steps.get(i));
            if (i > from && weight + next > HEAVIEST) {
                slices.add(steps.subList(from, i));
                from = i;
                weight = 0;
            }
            weight += next;
        }
        slices.add(steps.subList(from, steps.size()));
        return slices;
    }

    private static long weight(Step step) {
        if (!(step.card() instanceof ContributionCard card)) {
            return LIGHT;
        }
        long weight = LIGHT;
        for (ContributionCard.Section section : card.text().sections()) {
            weight += section.body().length();
        }
        for (ContributionCard.Amendment amendment : card.amendments()) {
            weight += amendment.body().length();
        }
        return weight;
    }
}
