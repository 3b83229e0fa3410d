package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Status;
import relais.feed.query.Lineage;
import relais.feed.query.ShownCard;

/**
 * The chain of adoptions around an experience.
 *
 * @param cards the oldest generation first
 */
@Schema(name = "Lineage")
record LineageView(List<Relative> cards, List<AdoptionLink> adoptions, boolean complete) {

    /** An experience of the chain. */
    @Schema(name = "LineageCard")
    record Relative(
            String id,
            @Schema(
                            description =
                                    "0 for the one asked for, below for what it comes from, above"
                                            + " for what came of it")
                    int generation,
            Status status,
            @Schema(description = "Absent if the text is hidden") @Nullable String title,
            @Nullable Named partner,
            Named territory) {

        static Relative of(ShownCard shown, int generation, Names names) {
            ExperienceCard card = (ExperienceCard) shown.card();
            return new Relative(
                    card.aggregateId(),
                    generation,
                    card.status(),
                    card.title(),
                    names.partnerOrNull(card.partner()),
                    names.territory(card.headline().territory()));
        }
    }

    /** An adoption in the chain. */
    @Schema(name = "LineageAdoption")
    record AdoptionLink(
            @Schema(description = "The experience that was adopted") String source,
            @Schema(description = "The adopter's own experience; absent if it named none")
                    @Nullable String ownExperience,
            Named partner,
            Named territory,
            LocalDate adoptedOn,
            @Nullable LocalDate endedOn) {

        static AdoptionLink of(Lineage.Link link, Names names) {
            ExperienceCard.Adoption adoption = link.adoption();
            return new AdoptionLink(
                    link.source(),
                    adoption.ownExperience(),
                    names.partner(adoption.partner()),
                    names.territory(adoption.territory()),
                    adoption.adoptedOn(),
                    adoption.endedOn());
        }
    }

    /** An adoption and the experience that was adopted. */
    @Schema(name = "AdoptedExperience")
    record Adopted(
            String id,
            @Nullable String title,
            Named partner,
            Named territory,
            @Schema(description = "The partner that adopted it") Named adopter,
            @Schema(description = "Where it adopted it") Named adoptedIn,
            LocalDate adoptedOn,
            @Nullable LocalDate endedOn) {

        static Adopted of(ExperienceCard card, ExperienceCard.Adoption adoption, Names names) {
            return new Adopted(
                    card.aggregateId(),
                    card.title(),
                    names.partner(card.partner()),
                    names.territory(card.headline().territory()),
                    names.partner(adoption.partner()),
                    names.territory(adoption.territory()),
                    adoption.adoptedOn(),
                    adoption.endedOn());
        }
    }

    static LineageView of(Lineage lineage, Names names) {
        return new LineageView(
                lineage.generations().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .map(each -> Relative.of(each.getKey(), each.getValue(), names))
                        .toList(),
                lineage.links().stream().map(link -> AdoptionLink.of(link, names)).toList(),
                lineage.complete());
    }
}
