package relais.feed.oracle.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.events.EventMetadata;
import relais.events.EventSchemas;

/**
 * A history of everything that may happen, the same for the same seed. Everybody's doings are told
 * as they come, all mixed; some afterwards, as an archive; some by a clock that is slow, so that an
 * event bears an earlier time than the one before it.
 */
public final class History {

    private static final Instant START = Instant.parse("2012-09-03T06:00:00Z");
    private static final Instant END = Instant.parse("2025-06-30T18:00:00Z");

    /** New ones among all that happens: an aggregate has about six events. */
    private static final int PERCENT_NEW = 17;

    private static final int PERCENT_ARCHIVED = 8;
    private static final int PERCENT_SLOW = 2;

    private final World world;
    private final Dice dice;
    private final int events;
    private final List<Life> open = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private @Nullable MessageLife lastMessage;
    private int born;

    private History(long seed, int events) {
        this.world = new World(seed, START);
        this.dice = world.dice();
        this.events = events;
    }

    /** So many events, in the order in which they reach the log. */
    public static List<Told> of(long seed, int events) {
        // Avro copies a record only if its classes are trusted, which this sees to.
        EventSchemas.byTopic();
        return new History(seed, events).tell();
    }

    private List<Told> tell() {
        long pause = Duration.between(START, END).toMillis() / events;
        while (told.size() < events) {
            world.pass(dice.between(0, (int) (2 * pause)));
            Life life = open.isEmpty() || dice.percent(PERCENT_NEW) ? birth() : dice.one(open);
            Turn turn = life.next();
            if (turn != null) {
                told.add(told(life, turn));
                if (life.isOver()) {
                    open.remove(life);
                }
            }
        }
        return List.copyOf(told);
    }

    private Life birth() {
        Life life = newborn();
        if (dice.percent(PERCENT_ARCHIVED)) {
            life.archived(dice.between(1, 4), Duration.ofDays(dice.between(200, 4_000)));
        }
        open.add(life);
        return life;
    }

    private Life newborn() {
        int number = ++born;
        if (world.partners.size() < 10 || dice.percent(5)) {
            List<Place> homes =
                    Place.ALL.stream().filter(home -> home.exists(world.now())).toList();
            return new PartnerLife(world, number, dice.one(homes));
        }
        Optional<PartnerLife> actor = world.actor();
        if (actor.isEmpty()) {
            return new WorkingDayLife(world, number, null);
        }
        PartnerLife partner = actor.get();
        if (!world.decided.isEmpty()) {
            return new ActionLife(world, world.decided.removeFirst());
        }
        int kind = dice.between(1, 100);
        if (kind <= 37) {
            return new ExperienceLife(world, number, partner);
        } else if (kind <= 41) {
            return new ContributionLife(world, number, partner);
        } else if (kind <= 43) {
            return new ObjectiveLife(world, number, dice.percent(80) ? partner : null);
        } else if (kind <= 50) {
            return new ActionLife(world, "a-%05d".formatted(number), partner);
        } else if (kind <= 53) {
            return new WorkingDayLife(world, number, dice.percent(80) ? partner : null);
        } else if (kind <= 58) {
            return new KeyLife(world, number, partner);
        }
        return message(number, partner);
    }

    private MessageLife message(int number, PartnerLife author) {
        MessageLife before = dice.percent(40) ? lastMessage : null;
        lastMessage =
                before == null
                        ? new MessageLife(world, number, author, dice.one(world.cards), null)
                        : new MessageLife(world, number, author, before.subject(), before.id);
        return lastMessage;
    }

    private Told told(Life life, Turn turn) {
        boolean archive = life.isArchived();
        Instant at = life.now();
        if (archive && at.isBefore(life.last())) {
            // An archive never goes back behind what is there.
            at = life.last();
        } else if (life.version() > 0 && !archive && dice.percent(PERCENT_SLOW)) {
            at = life.last().minusMillis(dice.between(1, 7_200_000));
        } else if (life.version() > 0 && dice.percent(PERCENT_SLOW)) {
            // Both in one millisecond: the first of them is never the answer to anything.
            at = life.last();
        }
        var metadata =
                new EventMetadata(
                        life.id,
                        life.nextVersion(),
                        turn.event().getSchema().getFullName(),
                        "/tests/oracle",
                        at,
                        turn.territory(),
                        turn.by() == null ? null : turn.by().id,
                        turn.by() == null ? "m-comite" : turn.by().mandate(),
                        dice.percent(80) ? "r-" + told.size() : null,
                        null,
                        archive);
        life.happened(at);
        return new Told(life.topic, life.key, metadata, turn.event());
    }
}
