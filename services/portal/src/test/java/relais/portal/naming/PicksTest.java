package relais.portal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Listing;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.call.Calls;
import relais.portal.call.TooFast;

class PicksTest {

    private final List<String> searched = new ArrayList<>();
    private final List<PartnerDetails> known = new ArrayList<>();
    private final Calls calls =
            new Calls(Duration.ofSeconds(1), new TooFast(new StaticMessageSource()));
    private final Picks picks = new Picks(searched(), calls);

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void aSuggestionOrAnIdentifierIsTakenAtItsWord() {
        assertThat(picks.partner("Régions de France (p-arf)")).isEqualTo("p-arf");
        assertThat(picks.partner(" p-arf ")).isEqualTo("p-arf");
        assertThat(picks.territory("Besançon (commune:25056)")).isEqualTo("commune:25056");
        assertThat(picks.partner(" ")).isNull();
        assertThat(searched).isEmpty();
    }

    @Test
    void aNameThatOnlyOneBearsIsEnough() {
        add("p-1", "Ville de Tours");
        add("p-2", "Ville de Tours-sur-Marne");

        assertThat(picks.partner("ville de tours")).isEqualTo("p-1");
        assertThat(searched).containsExactly("[ville de tours]");
    }

    @Test
    void whatCannotBeToldIsPassedOnAsItWasTyped() {
        add("p-1", "Ville de Tours");
        add("p-2", "Tours Métropole");

        assertThat(picks.partner("Tours")).isEqualTo("Tours");
    }

    @Test
    void theAddressOfAVersionMeansThatVersion() {
        assertThat(picks.card("https://relais.example/cards/x-3f9c2a/versions/4"))
                .isEqualTo(new Picks.PickedCard("x-3f9c2a", 4L));
        assertThat(picks.card("/cards/x-3f9c2a?asOf=2016-01-01"))
                .isEqualTo(new Picks.PickedCard("x-3f9c2a", null));
        assertThat(picks.card("Un robot (et demi) (x-3f9c2a)"))
                .isEqualTo(new Picks.PickedCard("x-3f9c2a", null));
        assertThat(picks.card(null)).isNull();
    }

    private void add(String id, String name) {
        known.add(
                new PartnerDetails(
                        id, name, "COMMUNE", "commune:37261", "ACTIVE", null, false, List.of()));
    }

    private static String question(Object asked) {
        return String.valueOf(((MultiValueMap<?, ?>) asked).get("q"));
    }

    /** Only partners are searched; whatever else would be asked for fails the test. */
    private PartnersApi searched() {
        return (PartnersApi)
                Proxy.newProxyInstance(
                        PartnersApi.class.getClassLoader(),
                        new Class<?>[] {PartnersApi.class},
                        (_, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("partners");
                            searched.add(question(arguments[0]));
                            return new Listing<>(known, null);
                        });
    }
}
