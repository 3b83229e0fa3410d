package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.feed.projection.Card;
import relais.feed.projection.Committee;
import relais.feed.projection.Histories;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;
import relais.territories.Territories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a card refers to is looked up, and written with its name. */
class CardModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new CardModule()).build();

    private static JsonNode json(Card card) {
        var objective = Committee.objective(Committee.set(1, "100.0000"));
        var names =
                new Names(
                        Territories.load(),
                        Map.of(Committee.REGION, "Grand Est"),
                        Map.of(Committee.OBJECTIVE, new StoredCard(objective, null, false)));
        return JSON.valueToTree(new Details((Record) card, names, Reader.PUBLIC));
    }

    @Test
    void writesAPartnerWithItsNameAndAFigureAsPeopleDo() {
        JsonNode objective = json(Committee.objective(Committee.set(1, "100.0000")));

        assertThat(objective.get("steward").toString())
                .isEqualTo("{\"id\":\"p-region-44\",\"name\":\"Grand Est\"}");
        assertThat(objective.get("target").toString()).isEqualTo("100");
        assertThat(objective.get("indicator").asString()).isEqualTo("Écoles raccordées");
        assertThat(objective.has("revision")).isFalse();
    }

    @Test
    void writesEachOfSeveralCardsWithItsTitle() {
        JsonNode action = json(Committee.action(Committee.planned()));

        assertThat(action.get("objectives").get(0).get("title").asString())
                .isEqualTo("Du très haut débit dans les écoles");
        assertThat(action.get("contribution").get("id").asString())
                .isEqualTo(Committee.CONTRIBUTION);
        assertThat(action.get("workingDay").get("id").asString()).isEqualTo(Committee.WORKING_DAY);
    }

    @Test
    void findsWhateverACardRefersTo() {
        var mentions = new Mentions();
        mentions.add(Committee.contribution(Committee.adoption()), true);
        mentions.add(Committee.workingDay(Committee.scheduled(), Committee.item(2)), true);

        assertThat(mentions.partners())
                .contains(Committee.MINISTRY, Committee.REGION, Histories.ADOPTER);
        assertThat(mentions.cards()).contains("c-0", Committee.CONTRIBUTION);
        assertThat(mentions.versions()).isEqualTo(Set.of(Histories.EXPERIENCE + ":2"));
    }

    @Test
    void findsForAListOnlyWhoseACardIs() {
        var mentions = new Mentions();
        mentions.add(Committee.action(Committee.planned()), false);

        assertThat(List.copyOf(mentions.partners())).containsExactly(Committee.REGION);
        assertThat(mentions.cards()).isEmpty();
    }
}
