package relais.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.local.example.ExampleData.Failed;
import relais.local.example.ExampleData.Loaded;
import relais.local.example.ExampleData.Outcome;

class ExampleDataTest {

    private static final int ARCHIVED = 45;

    private StubServices services;
    private ExampleData exampleData;

    @BeforeEach
    void start() throws IOException {
        services = new StubServices();
        exampleData =
                new ExampleData(
                        services.uri(), services.uri(), services.uri(), () -> "operator-token");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void registersPartnersThenImportsTheArchive() {
        Outcome outcome = exampleData.load();

        assertThat(outcome).isInstanceOf(Loaded.class);
        Loaded loaded = (Loaded) outcome;
        assertThat(loaded.partners())
                .isEqualTo(new ExampleData.PartnersReport(29, 29, 11, 11, 12, 8));
        assertThat(loaded.experiences().created()).isEqualTo(15);
        assertThat(loaded.experiences().unchanged()).isZero();
        assertThat(services.imports)
                .singleElement()
                .asString()
                .hasLineCount((int) ExampleFile.EXPERIENCES.text().lines().count());
        assertThat(services.partner("p-amgvf").path("name").asString()).isEqualTo("France urbaine");
        assertThat(services.partner("p-cdc").path("charterSignedOn").asString())
                .isEqualTo("2015-10-01");
    }

    @Test
    void sendsFilesForThePartnersWhoseCardsNameThem() {
        exampleData.load();

        assertThat(services.files)
                .hasSize(13)
                .contains(
                        "use=picture&partner=p-departement-93",
                        "use=document&partner=p-departement-93",
                        "use=picture&partner=p-commune-25056");
        int bytes = ExampleFile.ofCard("besancon-reemploi.jpg").bytes().length;
        assertThat(services.imports)
                .singleElement()
                .asString()
                .contains(";hash-of-%d-bytes;\"Dessin".formatted(bytes))
                .doesNotContain("file:");
    }

    @Test
    void changesNothingTheSecondTime() {
        exampleData.load();
        int changes = services.changes.size();

        Loaded again = (Loaded) exampleData.load();

        assertThat(services.changes).hasSize(changes).doesNotHaveDuplicates();
        assertThat(again.partners()).isEqualTo(new ExampleData.PartnersReport(29, 0, 0, 0, 0, 0));
        assertThat(again.experiences().created()).isZero();
        assertThat(again.experiences().applied()).isZero();
        assertThat(again.contributions()).isEqualTo(new ExampleData.ImportedRows(0, 0, ARCHIVED));
    }

    @Test
    void takesTheSignatoriesOfAnEarlierBuildIntoTheCommittee() {
        exampleData.load();
        services.partner("p-amf").remove("committee");

        Loaded again = (Loaded) exampleData.load();

        assertThat(again.partners()).isEqualTo(new ExampleData.PartnersReport(29, 0, 0, 1, 0, 0));
        assertThat(services.partner("p-amf").path("committee").asBoolean()).isTrue();
        assertThat(services.partner("p-commune-25056").has("committee")).isFalse();
    }

    @Test
    void goesOnWhereACrashLeftIt() {
        services.failAfterChanges = 3;
        assertThat(exampleData.load())
                .isInstanceOf(Failed.class)
                .extracting(Outcome::text)
                .asString()
                .contains("500 Panne [name: non]");

        services.failAfterChanges = Integer.MAX_VALUE;
        assertThat(exampleData.load()).isInstanceOf(Loaded.class);
        assertThat(services.changes).hasSize(29 + 11 + 11 + 12 + 8).doesNotHaveDuplicates();
    }

    @Test
    void importsNothingBeforeThePartnersAndTheirSeatsAreKnown() {
        services.rehearsalsTooEarly = 2;

        assertThat(exampleData.load()).isInstanceOf(Loaded.class);
        assertThat(services.imports).hasSize(1);
        assertThat(services.rehearsalsTooEarly).isEqualTo(-2);
    }

    @Test
    void saysWhichRowIsRefusedAndWhy() {
        services.refuseImportedLine = 4;

        assertThat(exampleData.load())
                .isInstanceOf(Failed.class)
                .extracting(Outcome::text)
                .asString()
                .contains("4 (exemple-landes-ordinateur)", "partner: refus");
    }

    @Test
    void namesExperiencesAsTheirServiceDoes() {
        exampleData.load();

        assertThat(services.archives)
                .singleElement()
                .asString()
                .contains("\"x-of-exemple-landes-ordinateur\"")
                .doesNotContain("\"experience:");
    }

    @Test
    void sendsTheCommitteesArchiveAgainUntilTheOthersEventsHaveArrived() {
        services.archivesTooEarly = 2;

        Loaded loaded = (Loaded) exampleData.load();

        assertThat(services.archives).hasSize(3);
        assertThat(loaded.contributions().created() + loaded.contributions().applied())
                .isEqualTo(ARCHIVED);
        assertThat(loaded.contributions().unchanged()).isZero();
    }

    @Test
    void saysWhichRowOfTheCommitteesArchiveIsRefusedAndWhy() {
        services.refuseArchivedRow = 2;

        assertThat(exampleData.load())
                .isInstanceOf(Failed.class)
                .extracting(Outcome::text)
                .asString()
                .contains("2 (ADD_AGENDA_ITEM)", "partner: refus")
                .doesNotContain("attente");
        assertThat(services.archives).hasSize(1);
    }

    @Test
    void renewsATokenThatIsNoLongerAccepted() {
        Iterator<String> tokens =
                List.of(
                                "expired",
                                "operator-token",
                                "expired",
                                "operator-token",
                                "expired",
                                "operator-token")
                        .iterator();

        assertThat(
                        new ExampleData(
                                        services.uri(),
                                        services.uri(),
                                        services.uri(),
                                        tokens::next)
                                .load())
                .isInstanceOf(Loaded.class);
        assertThat(tokens).isExhausted();
    }

    @Test
    void asksAgainWhenAServiceIsNotReady() {
        services.unavailableAnswers = 2;

        assertThat(exampleData.load()).isInstanceOf(Loaded.class);
    }

    @Test
    void saysThatAServiceDoesNotAnswer() {
        URI nobody = services.uri();
        services.close();

        assertThat(exampleData.load())
                .isInstanceOf(Failed.class)
                .extracting(Outcome::text)
                .asString()
                .contains(nobody.toString());
    }
}
