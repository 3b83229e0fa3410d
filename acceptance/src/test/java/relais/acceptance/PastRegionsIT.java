package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What Midi-Pyrénées posted in 2015 is read in Occitanie today, and in Midi-Pyrénées as of then.
 */
class PastRegionsIT {

    private final Stack stack = Stack.shared();
    private final Api anyone = stack.feed(null);

    @Test
    void aRegionThatWasReadsItsOwnPastAndItsSuccessorReadsItToday() {
        String id = importedFromMidiPyrenees();

        assertThat(Pages.all(anyone, "/cards?territory=region:76&limit=100")).contains(id);
        assertThat(Pages.all(anyone, "/cards?territory=region:73&asOf=2015-12-31&limit=100"))
                .contains(id);
        assertThat(Pages.all(anyone, "/cards?territory=region:73&asOf=2015-01-31&limit=100"))
                .doesNotContain(id);
        assertThat(Cards.activitiesOf(id, anyone, "&territory=region:73&asOf=2015-12-31"))
                .contains(id + ":2");
        assertThat(Pages.all(anyone, "/cards?territory=region:53&limit=100")).doesNotContain(id);
    }

    @Test
    void aTerritoryThatIsNotThereAtTheTimeIsRefusedWithTheOnesThatAre() {
        Answer occitanieIn2015 = anyone.get("/feed?territory=region:76&asOf=2015-12-31");
        assertThat(occitanieIn2015.status()).isEqualTo(400);
        assertThat(occitanieIn2015.violatedFields()).containsExactly("territory");
        assertThat(occitanieIn2015.text()).contains("Midi-Pyrénées", "Languedoc-Roussillon");

        Answer midiPyreneesToday = anyone.get("/feed?territory=region:73");
        assertThat(midiPyreneesToday.status()).isEqualTo(400);
        assertThat(midiPyreneesToday.text()).contains("Occitanie");
    }

    private String importedFromMidiPyrenees() {
        Answer registered =
                stack.partners("exploitation")
                        .post(
                                "/partners",
                                """
                                {"id": "p-region-73", "name": "Région Midi-Pyrénées", "kind": "REGION",
                                 "territory": "region:73", "occurredAt": "2010-01-04T09:00:00Z"}
                                """,
                                "Idempotency-Key",
                                "acceptance-region-73");
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        stack.awaitPartner("p-region-73");
        String external = Cards.word();
        Answer report =
                stack.experiences("exploitation")
                        .csv(
                                "/imports",
                                """
                                externalId;operation;occurredAt;partner;title;preview;territory;level;axes;problem;action;licenceAccepted
                                %1$s;SUBMIT;2015-03-02T09:00:00Z;p-region-73;Des manuels numériques %1$s;Un essai en Midi-Pyrénées;region:73;LYCEE;FRAMEWORKS;Des manuels lourds;Des manuels numériques;oui
                                %1$s;PUBLISH;2015-10-12T09:00:00Z;p-mene;;;;;;;;
                                """
                                        .formatted(external));
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().get("rows").valueStream())
                .as(report.text())
                .noneMatch(row -> row.get("outcome").asString().equals("REFUSED"));
        String id = report.json().get("rows").get(0).get("id").asString();
        Cards.awaitVersion(id, 2);
        return id;
    }
}
