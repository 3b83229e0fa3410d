package relais.feed.oracle.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import relais.events.contributions.MeetingDecision;

/** What whoever acts knows of the others. */
final class World {

    private final Dice dice;
    private final Prose prose;
    private Instant now;

    final List<PartnerLife> partners = new ArrayList<>();
    final List<ExperienceLife> published = new ArrayList<>();
    final List<ContributionLife> adopted = new ArrayList<>();
    final List<ObjectiveLife> objectives = new ArrayList<>();

    /** Whatever can be talked about. */
    final List<Life> cards = new ArrayList<>();

    /** Decisions whose actions have not been planned yet. */
    final Deque<Decided> decided = new ArrayDeque<>();

    record Decided(String workingDay, MeetingDecision decision) {}

    World(long seed, Instant start) {
        this.dice = new Dice(seed);
        this.prose = new Prose(dice);
        this.now = start;
    }

    Dice dice() {
        return dice;
    }

    Prose prose() {
        return prose;
    }

    Instant now() {
        return now;
    }

    void pass(long millis) {
        now = now.plusMillis(millis);
    }

    /** A partner that may act; empty while there is none. */
    Optional<PartnerLife> actor() {
        for (int tries = 0; tries < 20 && !partners.isEmpty(); tries++) {
            PartnerLife partner = dice.one(partners);
            if (partner.mayAct()) {
                return Optional.of(partner);
            }
        }
        return Optional.empty();
    }

    /** Another partner than this one. */
    Optional<PartnerLife> actorBut(PartnerLife owner) {
        return actor().filter(other -> other != owner);
    }

    List<PartnerLife> signatories() {
        return partners.stream().filter(PartnerLife::isSignatory).toList();
    }
}
