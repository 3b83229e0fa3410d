package relais.history.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * A log as it may be: mostly what services say, with clocks that go back, versions told twice,
 * events that nobody can read, and some that cannot happen to what they claim to.
 */
final class RandomLog {

    static final Instant BEGINNING = Instant.parse("2014-01-01T00:00:00Z");
    static final int DAYS = 1_400;

    private static final int AGGREGATES = 120;
    private static final int LANES = 4;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<EventKind> EVENT_KINDS = List.of(EventKind.values());
    private static final List<String> AXES = List.of("USES", "GOVERNANCE", "SUPPORT");
    private static final List<String> LEVELS = List.of("ECOLE", "COLLEGE", "LYCEE");

    private final Random random;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<LogPartition, Long> next = new HashMap<>();

    RandomLog(long seed, int events) {
        this.random = new Random(seed);
        Map<String, Long> versions = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        while (facts.size() < events) {
            int number = random.nextInt(AGGREGATES);
            String id = "a-" + number;
            Kind kind = KINDS.get(number % KINDS.size());
            if (kind != Kind.EXPERIENCE && random.nextInt(3) > 0) {
                continue;
            }
            long version = versions.merge(id, 1L, Long::sum);
            Instant time =
                    times.getOrDefault(id, BEGINNING)
                            .plusSeconds(random.nextInt(-30, 90) * 86_400L / 2);
            times.put(id, time);
            EventKind eventKind = eventKind(kind, version);
            Fact fact = fact(number, id, version, time, eventKind);
            facts.add(fact);
            if (random.nextInt(20) == 0) {
                facts.add(fact(number, id, version, time.plusSeconds(1), eventKind));
            }
        }
    }

    List<Fact> facts() {
        return facts;
    }

    /** Everything, or what was there when so many events were. */
    Offsets place(int events) {
        Map<LogPartition, Long> place = new HashMap<>();
        facts.stream()
                .limit(events)
                .forEach(fact -> place.put(fact.partition(), fact.offset() + 1));
        return Offsets.of(place);
    }

    EventColumns columns() {
        EventColumns columns = new EventColumns(Integer.MAX_VALUE);
        facts.forEach(columns::add);
        return columns;
    }

    private Fact fact(int number, String id, long version, Instant time, EventKind eventKind) {
        LogPartition partition = new LogPartition("t", number % LANES);
        long offset = next.merge(partition, 1L, Long::sum) - 1;
        return new Fact(partition, offset, id, version, time, eventKind, details(eventKind));
    }

    private EventKind eventKind(Kind kind, long version) {
        if (random.nextInt(40) == 0) {
            return version == 1 || random.nextBoolean() ? EventKind.UNREADABLE : EventKind.OTHER;
        }
        if (random.nextInt(40) == 0) {
            return EVENT_KINDS.get(random.nextInt(EVENT_KINDS.size()));
        }
        List<EventKind> possible =
                Stream.of(EventKind.values())
                        .filter(eventKind -> eventKind.kind() == kind)
                        .filter(
                                eventKind ->
                                        (version == 1)
                                                == (eventKind.effect() == EventKind.Effect.OPENS))
                        .toList();
        if (kind == Kind.EXPERIENCE && version == 2) {
            return EventKind.EXPERIENCE_PUBLISHED;
        }
        if (kind == Kind.CONTRIBUTION && version == 2) {
            return EventKind.CONSULTATION_OPENED;
        }
        return possible.get(random.nextInt(possible.size()));
    }

    private @Nullable Details details(EventKind eventKind) {
        String partner = "p-" + random.nextInt(5);
        String territory = one(SmallCountry.COMMUNES);
        return switch (eventKind) {
            case PARTNER_REGISTERED, CONTRIBUTION_OPENED, ACTION_PLANNED, ACTION_REVISED ->
                    new Details(partner, territory, "t", null, axes(), null);
            case PARTNER_RENAMED -> new Details(null, null, "u", null, List.of(), null);
            case EXPERIENCE_SUBMITTED ->
                    new Details(partner, territory, "t", one(LEVELS), axes(), null);
            case EXPERIENCE_RESUBMITTED, EXPERIENCE_REVISED ->
                    new Details(null, territory, "v", one(LEVELS), axes(), null);
            case CONTRIBUTION_DRAFTED -> new Details(null, null, "w", null, axes(), null);
            case OBJECTIVE_SET -> new Details(null, "pays:FR", "o", null, axes(), null);
            case WORKING_DAY_SCHEDULED, WORKING_DAY_RESCHEDULED ->
                    new Details(null, territory, "d", null, List.of(), "2015-10-01");
            case EXPERIENCE_ENDORSED, ENDORSEMENT_RETRACTED -> Details.ofTie(partner, null, null);
            case EXPERIENCE_ADOPTED -> Details.ofTie(partner, territory, "ad-" + random.nextInt(3));
            case ADOPTION_REPORTED, ADOPTION_ENDED ->
                    Details.ofTie(null, null, "ad-" + random.nextInt(3));
            default -> null;
        };
    }

    private List<String> axes() {
        return random.nextBoolean() ? List.of(one(AXES)) : AXES.subList(0, 2);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
