package relais.experiences.adapter.kafka;

import org.jspecify.annotations.Nullable;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.Level;
import relais.events.experiences.Means;
import relais.events.experiences.Results;
import relais.experiences.domain.Content;
import relais.experiences.domain.Link;
import relais.experiences.domain.ResultKind;
import relais.experiences.domain.TerritoryCode;

/** Reads a card from the published language: what {@link ContentAvroMapper} said. */
final class ContentAvroReader {

    private ContentAvroReader() {}

    /**
     * @throws IllegalArgumentException if it has a code of a later release, or lacks what every
     *     card has
     */
    static Content fromAvro(ExperienceContent card) {
        return new Content(
                card.getTitle(),
                card.getPreview(),
                new TerritoryCode(card.getTerritory()),
                level(card.getLevel()),
                card.getAxes().stream().map(ContentAvroReader::axis).toList(),
                card.getTags(),
                card.getAudience(),
                card.getStartedOn(),
                card.getEndedOn(),
                card.getProblem(),
                card.getAction(),
                card.getPartnersInvolved(),
                means(card.getMeans()),
                card.getResults() == null ? null : results(card.getResults()),
                card.getDifficulties(),
                card.getTransfer(),
                card.getLinks().stream()
                        .map(link -> new Link(link.getLabel(), link.getUrl()))
                        .toList(),
                card.getLicence());
    }

    static relais.experiences.domain.Results results(Results results) {
        return new relais.experiences.domain.Results(
                switch (results.getKind()) {
                    case MEASURED -> ResultKind.MEASURED;
                    case EXPECTED -> ResultKind.EXPECTED;
                    case UNKNOWN -> throw later("kind of results");
                },
                results.getText());
    }

    private static relais.experiences.domain.@Nullable Means means(@Nullable Means means) {
        return means == null
                ? null
                : new relais.experiences.domain.Means(
                        means.getEuros(), means.getFte(), means.getNote());
    }

    private static relais.experiences.domain.Level level(Level level) {
        return switch (level) {
            case ECOLE -> relais.experiences.domain.Level.ECOLE;
            case COLLEGE -> relais.experiences.domain.Level.COLLEGE;
            case LYCEE -> relais.experiences.domain.Level.LYCEE;
            case OTHER -> relais.experiences.domain.Level.OTHER;
            case UNKNOWN -> throw later("level");
        };
    }

    private static relais.experiences.domain.Axis axis(Axis axis) {
        return switch (axis) {
            case USES -> relais.experiences.domain.Axis.USES;
            case GOVERNANCE -> relais.experiences.domain.Axis.GOVERNANCE;
            case SUPPORT -> relais.experiences.domain.Axis.SUPPORT;
            case FRAMEWORKS -> relais.experiences.domain.Axis.FRAMEWORKS;
            case INFRASTRUCTURE -> relais.experiences.domain.Axis.INFRASTRUCTURE;
            case INDUSTRY -> relais.experiences.domain.Axis.INDUSTRY;
            case UNKNOWN -> throw later("axis");
        };
    }

    private static IllegalArgumentException later(String what) {
        return new IllegalArgumentException("A " + what + " of a later release");
    }
}
