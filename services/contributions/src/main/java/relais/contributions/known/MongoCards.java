package relais.contributions.known;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/** Finds what an id names: its prefix says where to look. */
public final class MongoCards implements Cards {

    /** The collections of this service, by the prefix of the ids in them. */
    private static final Map<String, String> COLLECTIONS =
            Map.of(
                    "c", "contributions",
                    "o", "objectives",
                    "ac", "actions",
                    "wd", "workingDays");

    private final MongoPartners partners;
    private final MongoExperiences experiences;
    private final Map<String, MongoAggregates<?, ?>> aggregates;

    /**
     * @param aggregates of this service
     */
    public MongoCards(
            MongoPartners partners,
            MongoExperiences experiences,
            Collection<MongoAggregates<?, ?>> aggregates) {
        this.partners = partners;
        this.experiences = experiences;
        this.aggregates =
                aggregates.stream().collect(Collectors.toMap(MongoAggregates::name, each -> each));
    }

    @Override
    public Optional<Cards.KnownCard> find(String id) {
        String prefix = id.substring(0, Math.max(0, id.indexOf('-')));
        return switch (prefix) {
            case "x" ->
                    ExperienceId.parse(id).flatMap(experiences::find).map(MongoCards::experience);
            case "p" -> PartnerId.parse(id).flatMap(partners::find).map(this::partner);
            default -> own(prefix, id);
        };
    }

    private Optional<Cards.KnownCard> own(String prefix, String id) {
        String collection = COLLECTIONS.get(prefix);
        MongoAggregates<?, ?> kind = collection == null ? null : aggregates.get(collection);
        return kind == null
                ? Optional.empty()
                : kind.peek(id, "status", "public")
                        .map(
                                found ->
                                        new Cards.KnownCard(
                                                id,
                                                found.state().getString("status"),
                                                found.state().getBoolean("public", true),
                                                1,
                                                found.version()));
    }

    private static Cards.KnownCard experience(KnownExperience experience) {
        return new Cards.KnownCard(
                experience.id().value(),
                experience.standing().name(),
                experience.standing() == KnownExperience.Standing.PUBLISHED,
                experience.publishedIn() == null ? 1 : experience.publishedIn(),
                experience.version());
    }

    private Cards.KnownCard partner(Partner partner) {
        String id = partner.id().value();
        long version = partners.replica().versionsOf(List.of(id)).getOrDefault(id, 1L);
        return new Cards.KnownCard(id, partner.active() ? "ACTIVE" : "SUSPENDED", true, 1, version);
    }
}
