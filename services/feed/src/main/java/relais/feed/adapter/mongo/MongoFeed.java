package relais.feed.adapter.mongo;

import relais.feed.projection.ReadModel;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.feed.query.RecentStanding;
import relais.territories.Territories;

/**
 * The read model in MongoDB: one set of collections, written by one side, read by the other.
 *
 * @param standing where it stands, as this process saw it last
 */
public record MongoFeed(
        ReadModel readModel,
        Cards cards,
        Activities activities,
        Agenda agenda,
        RecentStanding standing) {

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
        var standing = new RecentStanding(model::standing, System::nanoTime);
        var current = new CurrentCards(model, standing);
        var lists = new RememberedLists(standing);
        var cards =
                new MongoCards(
                        model,
                        current,
                        new References(model, standing),
                        new FacetCounts(model, territories, few),
                        lists);
        return new MongoFeed(
                new MongoReadModel(
                        model,
                        new LatestCards(model),
                        current,
                        standing,
                        new CardDocuments(new SearchKeys(territories))),
                cards,
                new MongoActivities(model, lists),
                new MongoAgenda(model, cards),
                standing);
    }
}
