package relais.feed.adapter.mongo;

import relais.feed.projection.ReadModel;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.territories.Territories;

/** The read model in MongoDB: one set of collections, written by one side, read by the other. */
public final class MongoFeed {

    /** Documents of cards; their few fields for counting are about 4 MB. */
    private static final long FEW = 20_000;

    private final MongoReadModel writing;
    private final MongoCards cards;
    private final MongoActivities activities;
    private final MongoAgenda agenda;

    public MongoFeed(MongoModel model, Territories territories) {
        this(model, territories, FEW);
    }

    /**
     * The read model.
     *
     * @param few up to so many documents of cards are counted here and not by the store
     */
    public MongoFeed(MongoModel model, Territories territories, long few) {
        var latest = new LatestCards(model);
        this.writing = new MongoReadModel(model, latest, territories);
        this.cards = new MongoCards(model, latest, new FacetCounts(model, territories, few));
        this.activities = new MongoActivities(model);
        this.agenda = new MongoAgenda(model, cards);
    }

    public ReadModel readModel() {
        return writing;
    }

    public Cards cards() {
        return cards;
    }

    public Activities activities() {
        return activities;
    }

    public Agenda agenda() {
        return agenda;
    }
}
