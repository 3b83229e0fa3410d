package relais.feed.oracle.history;

import relais.events.Topics;
import relais.events.contributions.AuthorKeyErased;

/** The keys of one author's mandate: each erasure is one event, numbered as the keys are. */
final class KeyLife extends Life {

    private final PartnerLife author;
    private final String mandate;

    KeyLife(World world, int number, PartnerLife author) {
        super(
                world,
                "k-m-%s-%d".formatted(author.id, number),
                Topics.CONTRIBUTIONS,
                author.home().id());
        this.author = author;
        this.mandate = id.substring("k-".length());
    }

    @Override
    Turn next() {
        if (dice.percent(70)) {
            end();
        }
        return new Turn(
                AuthorKeyErased.newBuilder()
                        .setMandateId(mandate)
                        .setKeyId(mandate + "#" + nextVersion())
                        .build(),
                author,
                key);
    }
}
