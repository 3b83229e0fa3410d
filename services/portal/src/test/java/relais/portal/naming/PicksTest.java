package relais.portal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Listing;
import relais.portal.api.Named;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Calls;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.call.TooFast;
import relais.portal.form.Typed;
import relais.portal.page.Words;

class PicksTest {

    private final List<String> searched = new ArrayList<>();
    private final List<PartnerDetails> known = new ArrayList<>();
    private final List<TerritoryEntry> places = new ArrayList<>();
    private final Calls calls =
            new Calls(Duration.ofSeconds(1), new TooFast(new StaticMessageSource()));
    private final Remote<PartnersApi> partners = new Remote<>(Service.PARTNERS, searched(), calls);
    private final Picks picks =
            new Picks(
                    partners,
                    new PlaceNames(
                            partners, new Words(new StaticMessageSource(), Clock.systemUTC())));

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void aSuggestionIsTakenAtItsWordUntilTheNameIsChanged() {
        Typed chosen =
                new NameBook(Map.of("p-arf", "Régions de France"))
                        .fill(Typed.nothing(), "lead", "p-arf");

        assertThat(chosen.text("lead")).isEqualTo("Régions de France");
        assertThat(picks.partner(chosen, "lead")).isEqualTo("p-arf");
        assertThat(searched).isEmpty();

        add("p-1", "Ville de Tours");
        assertThat(picks.partner(chosen.with("lead", "Ville de Tours"), "lead")).isEqualTo("p-1");
    }

    @Test
    void anIdentifierIsTakenAsItIs() {
        assertThat(partner(" p-arf ")).isEqualTo("p-arf");
        assertThat(territory("commune:25056")).isEqualTo("commune:25056");
        assertThat(partner(" ")).isNull();
        assertThat(searched).isEmpty();
    }

    @Test
    void aNameThatOnlyOneBearsIsEnough() {
        add("p-1", "Ville de Tours");
        add("p-2", "Ville de Tours-sur-Marne");

        assertThat(partner("ville de tours")).isEqualTo("p-1");
        assertThat(searched).containsExactly("[ville de tours]");
    }

    @Test
    void whatCannotBeToldIsPassedOnAsItWasTyped() {
        add("p-1", "Ville de Tours");
        add("p-2", "Tours Métropole");

        assertThat(partner("Tours")).isEqualTo("Tours");
    }

    @Test
    void homonymsAreToldApartByTheirDepartementAndThenByTheirCode() {
        place("commune:93066", "Saint-Denis", "Seine-Saint-Denis");
        place("commune:11339", "Saint-Denis", "Aude");
        place("commune:89001", "Sainte-Colombe", "Yonne");
        place("commune:89002", "Sainte-Colombe", "Yonne");

        assertThat(picks.territories("saint"))
                .extracting(Named::name)
                .containsExactly(
                        "Saint-Denis (commune, Seine-Saint-Denis)",
                        "Saint-Denis (commune, Aude)",
                        "Sainte-Colombe (commune, Yonne, 89001)",
                        "Sainte-Colombe (commune, Yonne, 89002)");
        assertThat(territory("Saint-Denis (commune, Aude)")).isEqualTo("commune:11339");
        assertThat(territory("Saint-Denis")).isEqualTo("Saint-Denis");
        assertThat(searched).containsExactly("[saint]", "[Saint-Denis]", "[Saint-Denis]");
    }

    @Test
    void severalNamesAreTypedOneALine() {
        add("p-1", "Ville de Tours");
        Typed typed =
                new NameBook(Map.of("p-2", "Tours Métropole"))
                        .fill(Typed.nothing(), "others", List.of("p-2"));

        assertThat(
                        picks.partners(
                                typed.with("others", "Tours Métropole\n\nVille de Tours\n"),
                                "others",
                                5))
                .containsExactly("p-2", "p-1");
    }

    @Test
    void theAddressOfAVersionMeansThatVersion() {
        assertThat(card("https://relais.example/cards/x-3f9c2a/versions/4"))
                .isEqualTo(new Picks.PickedCard("x-3f9c2a", 4L));
        assertThat(card("/cards/x-3f9c2a?asOf=2016-01-01"))
                .isEqualTo(new Picks.PickedCard("x-3f9c2a", null));
        assertThat(picks.card(Typed.nothing(), "card")).isNull();
        Typed chosen =
                new NameBook(Map.of("x-3f9c2a", "Un robot (et demi)"))
                        .fill(Typed.nothing(), "card", "x-3f9c2a");
        assertThat(picks.card(chosen, "card")).isEqualTo(new Picks.PickedCard("x-3f9c2a", null));
    }

    private @Nullable String partner(String typed) {
        return picks.partner(Typed.nothing().with("lead", typed), "lead");
    }

    private @Nullable String territory(String typed) {
        return picks.territory(Typed.nothing().with("territory", typed), "territory");
    }

    private Picks.@Nullable PickedCard card(String typed) {
        return picks.card(Typed.nothing().with("card", typed), "card");
    }

    private void place(String id, String name, String departement) {
        places.add(new TerritoryEntry(id, name, "commune", null, null, departement, List.of()));
    }

    private void add(String id, String name) {
        known.add(
                new PartnerDetails(
                        id,
                        null,
                        name,
                        "COMMUNE",
                        "commune:37261",
                        "ACTIVE",
                        null,
                        false,
                        List.of()));
    }

    private static String question(Object asked) {
        return String.valueOf(((MultiValueMap<?, ?>) asked).get("q"));
    }

    /** Only partners and territories are searched; whatever else is asked for fails the test. */
    private PartnersApi searched() {
        return (PartnersApi)
                Proxy.newProxyInstance(
                        PartnersApi.class.getClassLoader(),
                        new Class<?>[] {PartnersApi.class},
                        (_, method, arguments) -> {
                            assertThat(method.getName()).isIn("partners", "territories");
                            searched.add(question(arguments[0]));
                            return method.getName().equals("partners")
                                    ? new Listing<>(known, null, null)
                                    : new Listing<>(places, null, null);
                        });
    }
}
