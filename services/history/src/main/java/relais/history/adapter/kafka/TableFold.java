package relais.history.adapter.kafka;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerRenamed;

/** What the events say of what the tables hold, by id. Used by one thread. */
final class TableFold {

    final SortedMap<String, String> partnerNames = new TreeMap<>();
    final SortedMap<String, Experience> experiences = new TreeMap<>();
    final SortedMap<String, Contribution> contributions = new TreeMap<>();
    final SortedMap<String, Objective> objectives = new TreeMap<>();

    /** An experience, published or not. */
    static final class Experience {
        final String partner;
        Described content;
        @Nullable Instant publishedAt;
        boolean published;
        final SortedMap<String, Adoption> adoptions = new TreeMap<>();

        Experience(String partner, ExperienceContent content) {
            this.partner = partner;
            this.content = Described.of(content);
        }
    }

    /**
     * What a row takes of a content: without its long texts, of which nothing is published here.
     *
     * @param axes as the cell has them
     * @param tags as the cell has them
     */
    record Described(
            String title,
            String preview,
            String territory,
            String level,
            @Nullable String axes,
            @Nullable String tags,
            @Nullable String audience,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable BigDecimal euros,
            @Nullable String results) {

        static Described of(ExperienceContent content) {
            return new Described(
                    content.getTitle(),
                    content.getPreview(),
                    content.getTerritory(),
                    content.getLevel().name(),
                    TableRows.listed(names(content.getAxes())),
                    TableRows.listed(content.getTags()),
                    content.getAudience(),
                    content.getStartedOn(),
                    content.getEndedOn(),
                    content.getMeans() == null ? null : content.getMeans().getEuros(),
                    content.getResults() == null ? null : content.getResults().getKind().name());
        }
    }

    /** Another territory does the same. */
    record Adoption(
            String partner,
            String territory,
            LocalDate adoptedOn,
            @Nullable LocalDate reportedOn,
            @Nullable String results,
            @Nullable LocalDate endedOn) {}

    /** A text of the committee. */
    static final class Contribution {
        final String partner;
        final String kind;
        String title;
        List<String> axes;
        @Nullable Instant publishedAt;
        @Nullable LocalDate adoptedOn;
        String status = "DRAFTING";

        Contribution(String partner, String kind, String title, List<String> axes) {
            this.partner = partner;
            this.kind = kind;
            this.title = title;
            this.axes = axes;
        }
    }

    /** What the committee aims at. */
    static final class Objective {
        ObjectiveSet aim;
        boolean withdrawn;
        final List<Measure> measures = new ArrayList<>();

        Objective(ObjectiveSet aim) {
            this.aim = aim;
        }
    }

    record Measure(LocalDate on, BigDecimal value, @Nullable String source) {}

    void add(PublicTables.Told told) {
        SpecificRecord data = told.data();
        String id = told.envelope().aggregateId();
        Instant at = told.envelope().time();
        switch (data) {
            case PartnerRegistered e -> partnerNames.put(id, e.getName());
            case PartnerRenamed e -> partnerNames.put(id, e.getName());
            case ExperienceSubmitted e ->
                    experiences.put(id, new Experience(e.getPartnerId(), e.getContent()));
            case ContributionOpened e ->
                    contributions.put(
                            id,
                            new Contribution(
                                    e.getPartnerId(),
                                    e.getKind().name(),
                                    e.getTitle(),
                                    names(e.getAxes())));
            case ObjectiveSet e -> {
                Objective known = objectives.get(id);
                if (known == null) {
                    objectives.put(id, new Objective(e));
                } else {
                    known.aim = e;
                }
            }
            case null -> {}
            default -> {
                Experience experience = experiences.get(id);
                Contribution contribution = contributions.get(id);
                Objective objective = objectives.get(id);
                if (experience != null) {
                    change(experience, data, at);
                } else if (contribution != null) {
                    change(contribution, data, at);
                } else if (objective != null) {
                    change(objective, data);
                }
            }
        }
    }

    private static void change(Experience experience, SpecificRecord data, Instant at) {
        switch (data) {
            case ExperienceResubmitted e -> experience.content = Described.of(e.getContent());
            case ExperienceRevised e -> experience.content = Described.of(e.getContent());
            case ExperiencePublished _ -> {
                experience.published = true;
                experience.publishedAt =
                        experience.publishedAt == null ? at : experience.publishedAt;
            }
            case ExperienceWithdrawn _, ExperienceModerated _ -> experience.published = false;
            case ExperienceAdopted e ->
                    experience.adoptions.put(
                            e.getAdoptionId(),
                            new Adoption(
                                    e.getPartnerId(),
                                    e.getTerritory(),
                                    e.getAdoptedOn(),
                                    null,
                                    null,
                                    null));
            case AdoptionReported e ->
                    experience.adoptions.computeIfPresent(
                            e.getAdoptionId(),
                            (_, before) ->
                                    new Adoption(
                                            before.partner(),
                                            before.territory(),
                                            before.adoptedOn(),
                                            e.getReportedOn(),
                                            e.getResults().getKind().name(),
                                            before.endedOn()));
            case AdoptionEnded e ->
                    experience.adoptions.computeIfPresent(
                            e.getAdoptionId(),
                            (_, before) ->
                                    new Adoption(
                                            before.partner(),
                                            before.territory(),
                                            before.adoptedOn(),
                                            before.reportedOn(),
                                            before.results(),
                                            e.getEndedOn()));
            default -> {}
        }
    }

    private static void change(Contribution contribution, SpecificRecord data, Instant at) {
        switch (data) {
            case ContributionDrafted e -> {
                contribution.title = e.getTitle();
                contribution.axes = names(e.getAxes());
            }
            case ConsultationOpened _ -> {
                contribution.status = "CONSULTATION";
                contribution.publishedAt =
                        contribution.publishedAt == null ? at : contribution.publishedAt;
            }
            case ConsultationClosed _ -> contribution.status = "DRAFTING";
            case ContributionAdopted e -> {
                contribution.status = "ADOPTED";
                contribution.adoptedOn = e.getAdoptedOn();
            }
            case ContributionWithdrawn _ -> contribution.status = "WITHDRAWN";
            case ContributionSuperseded _ -> contribution.status = "SUPERSEDED";
            default -> {}
        }
    }

    private static void change(Objective objective, SpecificRecord data) {
        switch (data) {
            case ObjectiveMeasured e ->
                    objective.measures.add(
                            new Measure(e.getMeasuredOn(), e.getValue(), e.getSource()));
            case ObjectiveWithdrawn _ -> objective.withdrawn = true;
            default -> {}
        }
    }

    static List<String> names(List<? extends Enum<?>> symbols) {
        return symbols.stream().<String>map(Enum::name).toList();
    }
}
