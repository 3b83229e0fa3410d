package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentPostsTest {

    @Test
    void tenPostsFitInAnyMinute() {
        RecentPosts posts = RecentPosts.NONE;
        for (int i = 0; i < 10; i++) {
            assertThat(posts.waitAt(NOW.plusSeconds(i))).isZero();
            posts = posts.and(NOW.plusSeconds(i));
        }
        assertThat(posts.waitAt(NOW.plusSeconds(10))).isEqualTo(Duration.ofSeconds(50));
        assertThat(posts.waitAt(NOW.plusMillis(59_999))).isEqualTo(Duration.ofMillis(1));
        assertThat(posts.waitAt(NOW.plusSeconds(60))).isZero();
    }

    @Test
    void theEndOfAMinuteOfTheClockGivesNoSecondTen() {
        Instant lastSecond = Instant.parse("2026-03-02T09:00:59Z");
        RecentPosts posts = RecentPosts.NONE;
        for (int i = 0; i < 10; i++) {
            posts = posts.and(lastSecond);
        }
        assertThat(posts.waitAt(lastSecond.plusSeconds(2))).isEqualTo(Duration.ofSeconds(58));
    }

    @Test
    void twoHundredPostsFitInAnyDay() {
        RecentPosts posts = RecentPosts.NONE;
        for (int i = 0; i < 200; i++) {
            posts = posts.and(NOW.plusSeconds(i * 10L));
        }
        Instant later = NOW.plus(Duration.ofHours(20));
        assertThat(posts.waitAt(later)).isEqualTo(Duration.ofHours(4));
        assertThat(posts.waitAt(NOW.plus(Duration.ofDays(1)))).isZero();
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        RecentPosts posts =
                RecentPosts.NONE.and(NOW).and(NOW.plusSeconds(1)).and(NOW.plus(Duration.ofDays(1)));
        assertThat(posts.times()).hasSize(2);
    }

    @Test
    void anotherInstancesClockMayBeAhead() {
        RecentPosts posts = RecentPosts.NONE;
        for (int i = 0; i < 10; i++) {
            posts = posts.and(NOW.plusSeconds(5));
        }
        assertThat(posts.waitAt(NOW)).isEqualTo(Duration.ofSeconds(65));
    }
}
