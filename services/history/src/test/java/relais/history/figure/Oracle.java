package relais.history.figure;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.log.Offsets;

/**
 * Figures computed anew for every question, from the facts themselves: one long fold with
 * variables, without any class of what it is to judge but the names of event kinds, card kinds and
 * statuses.
 */
final class Oracle {

    private static final Set<String> STANDING =
            Set.of(
                    "ACTIVE",
                    "PUBLISHED",
                    "DRAFTING",
                    "CONSULTATION",
                    "ADOPTED",
                    "OPEN",
                    "PLANNED",
                    "UNDER_WAY",
                    "SCHEDULED",
                    "HELD");

    private final List<Fact> facts;

    Oracle(List<Fact> facts, Offsets upTo) {
        this.facts =
                facts.stream().filter(fact -> fact.offset() < upTo.in(fact.partition())).toList();
    }

    /** One unit that stands. */
    record Unit(
            String id,
            String subject,
            String kind,
            String status,
            @Nullable String partner,
            @Nullable String territory,
            @Nullable String level,
            List<String> axes,
            long textVersion) {

        /** The same unit, whatever became of it. */
        String name() {
            return id + "/" + subject;
        }
    }

    /** What stands at an instant, and how every aggregate stands. */
    record State(Map<String, Unit> units, Map<String, String> statuses) {}

    State at(Instant instant) {
        Map<String, Unit> units = new HashMap<>();
        Map<String, String> statuses = new HashMap<>();
        for (List<Fact> life : lives().values()) {
            fold(life, instant, units, statuses);
        }
        return new State(units, statuses);
    }

    /** How many adoptions of experiences there were up to an instant, whatever became of them. */
    long adoptionsEver(Instant instant) {
        Set<String> adoptions = new HashSet<>();
        for (List<Fact> life : lives().values()) {
            Fact opening = life.getFirst();
            Instant time = Instant.MIN;
            for (Fact fact : life) {
                time = fact.time().isAfter(time) ? fact.time() : time;
                Details said = fact.details();
                if (opening.version() == 1
                        && opening.eventKind() == EventKind.EXPERIENCE_SUBMITTED
                        && fact.eventKind() == EventKind.EXPERIENCE_ADOPTED
                        && said != null
                        && !time.isAfter(instant)) {
                    adoptions.add(fact.aggregate() + "/" + said.mark());
                }
            }
        }
        return adoptions.size();
    }

    /** How often a eventKind happened in a period to something that readers saw before. */
    long revisions(String kind, Instant from, Instant to) {
        Set<String> rewriting =
                Set.of(
                        "EXPERIENCE_REVISED",
                        "EXPERIENCE_RESUBMITTED",
                        "CONTRIBUTION_DRAFTED",
                        "AMENDMENT_ACCEPTED",
                        "ACTION_REVISED",
                        "PARTNER_RENAMED",
                        "WORKING_DAY_RESCHEDULED",
                        "OBJECTIVE_SET");
        long count = 0;
        for (List<Fact> life : lives().values()) {
            EventKind opening = life.getFirst().eventKind();
            if (life.getFirst().version() != 1
                    || opening.effect() != EventKind.Effect.OPENS
                    || !String.valueOf(opening.kind()).equals(kind)) {
                continue;
            }
            boolean shown = !kind.equals("EXPERIENCE") && !kind.equals("CONTRIBUTION");
            Instant time = Instant.MIN;
            for (Fact fact : life) {
                time = fact.time().isAfter(time) ? fact.time() : time;
                boolean own = String.valueOf(fact.eventKind().kind()).equals(kind);
                if (own
                        && shown
                        && fact.version() > 1
                        && rewriting.contains(fact.eventKind().name())
                        && !time.isBefore(from)
                        && time.isBefore(to)) {
                    count++;
                }
                shown |=
                        own
                                && Set.of("EXPERIENCE_PUBLISHED", "CONSULTATION_OPENED")
                                        .contains(fact.eventKind().name());
            }
        }
        return count;
    }

    private Map<String, List<Fact>> lives() {
        Map<String, TreeMap<Long, Fact>> byVersion = new HashMap<>();
        for (Fact fact : facts) {
            byVersion
                    .computeIfAbsent(fact.aggregate(), _ -> new TreeMap<>())
                    .putIfAbsent(fact.version(), fact);
        }
        Map<String, List<Fact>> lives = new HashMap<>();
        byVersion.forEach((id, versions) -> lives.put(id, List.copyOf(versions.values())));
        return lives;
    }

    private static void fold(
            List<Fact> life,
            Instant instant,
            Map<String, Unit> units,
            Map<String, String> statuses) {
        Fact opening = life.getFirst();
        Kind kind = opening.eventKind().kind();
        if (opening.version() != 1
                || opening.eventKind().effect() != EventKind.Effect.OPENS
                || kind == null) {
            return;
        }
        String id = opening.aggregate();
        Details first = Objects.requireNonNull(opening.details());
        String status = "";
        boolean shown = kind != Kind.EXPERIENCE && kind != Kind.CONTRIBUTION;
        String partner = first.partner();
        String territory = first.territory();
        String level = first.level();
        List<String> axes = first.axes();
        long text = 1;
        Map<String, Details> adoptions = new HashMap<>();
        Set<String> endorsers = new HashSet<>();
        Instant time = Instant.MIN;
        for (Fact fact : life) {
            time = fact.time().isAfter(time) ? fact.time() : time;
            if (time.isAfter(instant)) {
                break;
            }
            if (fact.version() == 1) {
                status = String.valueOf(fact.eventKind().into());
                continue;
            }
            if (fact.eventKind().kind() != kind) {
                continue;
            }
            Details said = fact.details();
            switch (fact.eventKind()) {
                case EXPERIENCE_RESUBMITTED,
                        EXPERIENCE_REVISED,
                        CONTRIBUTION_DRAFTED,
                        AMENDMENT_ACCEPTED,
                        ACTION_REVISED,
                        PARTNER_RENAMED,
                        WORKING_DAY_RESCHEDULED,
                        OBJECTIVE_SET -> {
                    text = fact.version();
                    if (said != null) {
                        level = said.level();
                        axes = said.axes();
                        partner = said.partner() == null ? first.partner() : said.partner();
                        territory = said.territory() == null ? first.territory() : said.territory();
                    }
                }
                case EXPERIENCE_PUBLISHED, CONSULTATION_OPENED -> shown = true;
                case EXPERIENCE_ADOPTED -> {
                    if (said != null && said.mark() != null) {
                        adoptions.putIfAbsent(said.mark(), said);
                    }
                }
                case ADOPTION_ENDED -> {
                    if (said != null && said.mark() != null) {
                        adoptions.remove(said.mark());
                    }
                }
                case EXPERIENCE_ENDORSED -> {
                    if (said != null && said.partner() != null) {
                        endorsers.add(said.partner());
                    }
                }
                case ENDORSEMENT_RETRACTED -> {
                    if (said != null && said.partner() != null) {
                        endorsers.remove(said.partner());
                    }
                }
                default -> {}
            }
            if (fact.eventKind().into() != null
                    && fact.eventKind().effect() != EventKind.Effect.OPENS) {
                status = String.valueOf(fact.eventKind().into());
            }
        }
        if (status.isEmpty()) {
            return;
        }
        statuses.put(id, status);
        if (shown && STANDING.contains(status)) {
            add(units, id, "CARD", kind, status, partner, territory, level, axes, text);
        }
        for (var adoption : adoptions.entrySet()) {
            add(
                    units,
                    id,
                    "ADOPTION:" + adoption.getKey(),
                    kind,
                    status,
                    adoption.getValue().partner(),
                    adoption.getValue().territory(),
                    level,
                    axes,
                    text);
        }
        for (String endorser : endorsers) {
            add(
                    units,
                    id,
                    "ENDORSEMENT:" + endorser,
                    kind,
                    status,
                    partner,
                    territory,
                    level,
                    axes,
                    text);
        }
    }

    private static void add(
            Map<String, Unit> units,
            String id,
            String subject,
            Kind kind,
            String status,
            @Nullable String partner,
            @Nullable String territory,
            @Nullable String level,
            List<String> axes,
            long text) {
        Unit unit =
                new Unit(id, subject, kind.name(), status, partner, territory, level, axes, text);
        units.put(unit.name(), unit);
    }
}
