package relais.feed.adapter.mongo;

import relais.feed.projection.ReadModel;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.territories.Territories;

/** The read model in MongoDB: one set of collections, written by one side, read by the other. */
public record MongoFeed(ReadModel readModel, Cards cards, Activities activities, Agenda agenda) {

    /** Documents of cards; their few fields for counting are about 4 MB. */
    private static final long FEW = 20_000;

    public static MongoFeed of(MongoModel model, Territories territories) {
        return of(model, territories, FEW);
    }

    /**
     * The read model.
     *
     * @param few up to so many documents of cards are counted here and not by the store
     */
    public static MongoFeed of(MongoModel model, Territories territories, long few) {
        var latest = new LatestCards(model);
        var cards = new MongoCards(model, latest, new FacetCounts(model, territories, few));
        return new MongoFeed(
                new MongoReadModel(model, latest, new CardDocuments(new SearchKeys(territories))),
                cards,
                new MongoActivities(model),
                new MongoAgenda(model, cards));
    }
}
