package relais.experiences.adapter.kafka;

import org.jspecify.annotations.Nullable;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.Level;
import relais.events.experiences.Link;
import relais.events.experiences.Means;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import relais.experiences.domain.Content;

/** Says a card in the published language. */
final class ContentAvroMapper {

    private ContentAvroMapper() {}

    static ExperienceContent toAvro(Content card) {
        return ExperienceContent.newBuilder()
                .setTitle(card.title())
                .setPreview(card.preview())
                .setTerritory(card.territory().value())
                .setLevel(level(card.level()))
                .setAxes(card.axes().stream().map(ContentAvroMapper::axis).toList())
                .setTags(card.tags())
                .setAudience(card.audience())
                .setStartedOn(card.startedOn())
                .setEndedOn(card.endedOn())
                .setProblem(card.problem())
                .setAction(card.action())
                .setPartnersInvolved(card.partnersInvolved())
                .setMeans(means(card.means()))
                .setResults(card.results() == null ? null : results(card.results()))
                .setDifficulties(card.difficulties())
                .setTransfer(card.transfer())
                .setLinks(
                        card.links().stream()
                                .map(link -> new Link(link.label(), link.url()))
                                .toList())
                .setLicence(card.licence())
                .build();
    }

    static Results results(relais.experiences.domain.Results results) {
        return new Results(
                switch (results.kind()) {
                    case MEASURED -> ResultKind.MEASURED;
                    case EXPECTED -> ResultKind.EXPECTED;
                },
                results.text());
    }

    private static @Nullable Means means(relais.experiences.domain.@Nullable Means means) {
        return means == null
                ? null
                : Means.newBuilder()
                        .setEuros(means.euros())
                        .setFte(means.fte())
                        .setNote(means.note())
                        .build();
    }

    private static Level level(relais.experiences.domain.Level level) {
        return switch (level) {
            case ECOLE -> Level.ECOLE;
            case COLLEGE -> Level.COLLEGE;
            case LYCEE -> Level.LYCEE;
            case OTHER -> Level.OTHER;
        };
    }

    private static Axis axis(relais.experiences.domain.Axis axis) {
        return switch (axis) {
            case USES -> Axis.USES;
            case GOVERNANCE -> Axis.GOVERNANCE;
            case SUPPORT -> Axis.SUPPORT;
            case FRAMEWORKS -> Axis.FRAMEWORKS;
            case INFRASTRUCTURE -> Axis.INFRASTRUCTURE;
            case INDUSTRY -> Axis.INDUSTRY;
        };
    }
}
