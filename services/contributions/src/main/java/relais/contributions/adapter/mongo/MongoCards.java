package relais.contributions.adapter.mongo;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import relais.contributions.application.Cards;
import relais.contributions.domain.ExperienceId;
import relais.contributions.domain.KnownCard;
import relais.contributions.domain.KnownExperience;
import relais.contributions.domain.Partner;
import relais.contributions.domain.PartnerId;

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
    public Optional<KnownCard> find(String id) {
        String prefix = id.substring(0, Math.max(0, id.indexOf('-')));
        return switch (prefix) {
            case "x" ->
                    ExperienceId.parse(id).flatMap(experiences::find).map(MongoCards::experience);
            case "p" -> PartnerId.parse(id).flatMap(partners::find).map(MongoCards::partner);
            default -> own(prefix, id);
        };
    }

    private Optional<KnownCard> own(String prefix, String id) {
        String collection = COLLECTIONS.get(prefix);
        MongoAggregates<?, ?> kind = collection == null ? null : aggregates.get(collection);
        Document state = kind == null ? null : kind.peek(id, "status", "public");
        return state == null
                ? Optional.empty()
                : Optional.of(
                        new KnownCard(
                                id, state.getString("status"), state.getBoolean("public", true)));
    }

    private static KnownCard experience(KnownExperience experience) {
        return new KnownCard(
                experience.id().value(),
                experience.standing().name(),
                experience.standing() == KnownExperience.Standing.PUBLISHED);
    }

    private static KnownCard partner(Partner partner) {
        return new KnownCard(partner.id().value(), partner.active() ? "ACTIVE" : "SUSPENDED", true);
    }
}
