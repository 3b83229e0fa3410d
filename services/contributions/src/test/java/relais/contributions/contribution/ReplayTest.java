package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Decision;

/** Whoever asks whatever in whatever order, at whatever time. */
class ReplayTest {

    private static final int LIVES = 40;
    private static final int COMMANDS = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theEventsAloneLeadToTheSameState(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            Story story = live(random);
            assertThat(replayed(story.told())).isEqualTo(story.state());
        }
    }

    @Test
    void everyKindOfEventIsToldByThoseLives() {
        Random random = new Random(1);
        Set<Class<?>> kinds = new HashSet<>();
        for (int life = 0; life < LIVES; life++) {
            live(random).told().forEach(told -> kinds.add(told.event().getClass()));
        }
        assertThat(kinds)
                .containsExactlyInAnyOrder(ContributionEvent.class.getPermittedSubclasses());
    }

    private static Story live(Random random) {
        Story story = new Story();
        Wanderer wanderer = new Wanderer(random);
        for (int i = 0; i < COMMANDS; i++) {
            Wanderer.Step step = wanderer.next(story.state());
            Decision<ContributionEvent> decision =
                    story.decide(step.command(), step.circumstances());
            assertThat(story.decide(step.command(), step.circumstances())).isEqualTo(decision);
            if (decision instanceof Decision.Accepted<ContributionEvent>(var events)) {
                Contribution before = story.state();
                events.forEach(event -> story.happened(event, step.circumstances().at()));
                isSound(before, story.contribution(), story.told().size());
            }
        }
        return story;
    }

    private static void isSound(@Nullable Contribution before, Contribution after, long version) {
        Text text = after.text();
        List<SectionId> ids = text.sections().stream().map(Section::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(id.number()).isBetween(1, text.numbered()));
        assertThat(text.version()).isLessThanOrEqualTo(version);
        assertThat(text.sections())
                .allSatisfy(
                        section ->
                                assertThat(section.changedIn())
                                        .isLessThanOrEqualTo(text.version()));
        assertThat(after.evidence()).extracting(Evidence::experience).doesNotHaveDuplicates();
        assertThat(after.evidence())
                .allSatisfy(
                        one ->
                                assertThat(one.outdated())
                                        .satisfiesAnyOf(
                                                change -> assertThat(change).isNull(),
                                                change ->
                                                        assertThat(change.version())
                                                                .isGreaterThan(one.version())));
        if (before != null) {
            boolean frozen = before.status() != ContributionStatus.DRAFTING;
            assertThat(frozen && !before.text().equals(text)).isFalse();
            assertThat(before.isPublic() && !after.isPublic()).isFalse();
            assertThat(text.numbered()).isGreaterThanOrEqualTo(before.text().numbered());
        }
        if (after.status() == ContributionStatus.ADOPTED) {
            Consultation consultation = Objects.requireNonNull(after.consultation());
            assertThat(consultation.positions().size())
                    .isGreaterThanOrEqualTo(consultation.quorum());
            assertThat(consultation.objections()).isEmpty();
        }
    }

    private static @Nullable Contribution replayed(List<Story.Told> history) {
        Contribution state = null;
        for (Story.Told told : history) {
            state = Contribution.apply(state, told.event(), told.moment());
        }
        return state;
    }
}
