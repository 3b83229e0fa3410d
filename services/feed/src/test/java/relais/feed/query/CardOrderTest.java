package relais.feed.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.adopted;
import static relais.feed.projection.Histories.after;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.registered;
import static relais.feed.projection.Histories.submitted;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;

class CardOrderTest {

    private static ExperienceCard costing(@Nullable String euros) {
        var card = (ExperienceCard) after(submitted(), published(2));
        Content told = card.content();
        var means =
                euros == null ? null : new Content.Means(new BigDecimal(euros), null, "une année");
        return card.with(
                card.headline(),
                new Content(
                        told.audience(),
                        told.startedOn(),
                        told.endedOn(),
                        told.problem(),
                        told.action(),
                        told.partnersInvolved(),
                        means,
                        told.results(),
                        told.difficulties(),
                        told.transfer(),
                        told.links(),
                        told.pictures(),
                        told.documents(),
                        told.licence()));
    }

    private static String place(CardOrder order, Card card) {
        return requireNonNull(order.of(card));
    }

    @Test
    void theMostAdoptedIsFirst() {
        Card alone = after(submitted(), published(2));
        Card adopted = after(submitted(), published(2), adopted(3));

        assertThat(place(CardOrder.ADOPTIONS, adopted))
                .isGreaterThan(place(CardOrder.ADOPTIONS, alone));
    }

    @Test
    void theCheapestIsFirstAndWhatSaysNothingLast() {
        assertThat(place(CardOrder.COST, costing("0")))
                .isGreaterThan(place(CardOrder.COST, costing("0.5")));
        assertThat(place(CardOrder.COST, costing("999.99")))
                .isGreaterThan(place(CardOrder.COST, costing("1000")));
        assertThat(place(CardOrder.COST, costing("99999999999999.00")))
                .isGreaterThan(place(CardOrder.COST, costing(null)));
    }

    @Test
    void onlyItsOwnPlacesAreCursors() {
        Card card = after(submitted(), published(2), adopted(3));
        for (CardOrder order : CardOrder.values()) {
            for (CardOrder other : CardOrder.values()) {
                assertThat(other.isPlace(place(order, card)))
                        .as("%s as of %s", order, other)
                        .isEqualTo(order == other);
            }
        }
        assertThat(CardOrder.COST.isPlace("000000000001|")).isFalse();
    }

    @Test
    void aPartnerHasNoPlaceAmongExperiences() {
        assertThat(CardOrder.ADOPTIONS.of(after(registered()))).isNull();
        assertThat(CardOrder.COST.of(after(registered()))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0,NOTHING",
        "0.01,UP_TO_1000",
        "1000.00,UP_TO_1000",
        "1000.01,UP_TO_10000",
        "100000,UP_TO_100000",
        "100000.01,ABOVE_100000"
    })
    void aBoundIsInTheClassBelowIt(String euros, CostClass expected) {
        assertThat(CostClass.of(new BigDecimal(euros))).isEqualTo(expected);
    }
}
