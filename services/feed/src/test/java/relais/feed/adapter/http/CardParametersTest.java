package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.feed.query.CardOrder;
import relais.feed.query.CostClass;
import relais.feed.query.PublicGroup;
import relais.web.ProblemException;
import relais.web.Violation;

class CardParametersTest {

    private static CardPaging order(@Nullable String order) {
        return new CardPaging(null, null, order);
    }

    @Test
    void readsWhatItKnowsAndNamesEachThatItDoesNot() {
        var violations = new ArrayList<Violation>();
        var practice =
                new CardParameters(null, List.of("NOTHING"), List.of("MEASURED"), List.of("PUPILS"))
                        .practice(violations);
        assertThat(violations).isEmpty();
        assertThat(practice.costs()).containsExactly(CostClass.NOTHING);
        assertThat(practice.results()).containsExactly("MEASURED");
        assertThat(practice.groups()).containsExactly(PublicGroup.PUPILS);

        new CardParameters(null, List.of("free"), List.of("yes"), List.of("all"))
                .practice(violations);
        assertThat(violations)
                .extracting(violation -> violation.field() + ":" + violation.code())
                .containsExactlyInAnyOrder("cost:one-of", "results:one-of", "audience:one-of");
    }

    @Test
    void ordersOfExperiencesAreOrdersOfTheListItself() {
        assertThat(order("adoptions").cardOrder()).isEqualTo(CardOrder.ADOPTIONS);
        assertThat(order("adoptions").paging().isByRelevance()).isFalse();
        assertThat(order("cost").cardOrder()).isEqualTo(CardOrder.COST);
        assertThat(order("relevance").paging().isByRelevance()).isTrue();
        assertThat(order(null).cardOrder()).isEqualTo(CardOrder.DATE);
        var refused = catchThrowableOfType(ProblemException.class, () -> order("price").paging());
        assertThat(refused.problem().violations())
                .extracting(Violation::field)
                .containsExactly("order");
    }
}
