package relais.partners.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.partners.application.Partners.Addition;
import relais.partners.domain.Identity;
import relais.partners.domain.MandateId;
import relais.partners.domain.MandateRole;
import relais.partners.domain.Moment;
import relais.partners.domain.Note;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerEvent;
import relais.partners.domain.PartnerId;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerName;
import relais.partners.domain.Siret;

/** What every keeper of partners does. */
public abstract class PartnersContract {
    private static final Moment MOMENT = Moment.live(Instant.parse("2026-03-02T09:00:00.123Z"));
    private static final Occasion OCCASION =
            new Occasion(new Actor("m-comite", null, true, false), null, "correlation");

    private Partners partners;

    /** A keeper that keeps none yet. */
    protected abstract Partners emptyPartners();

    @BeforeEach
    void start() {
        partners = emptyPartners();
    }

    @Test
    void findsWhatWasAddedAndNothingElse() {
        RecordedEvent first =
                registration("p-a", "Loiret", PartnerKind.DEPARTEMENT, "departement:45");

        assertThat(partners.add(first, "r")).isEqualTo(Addition.ADDED);

        assertThat(partners.find(new PartnerId("p-a"))).contains(first.after());
        assertThat(partners.find(new PartnerId("p-b"))).isEmpty();
    }

    @Test
    void keepsEveryPartOfAPartner() {
        Identity identity =
                new Identity(
                        new PartnerName("Réseau « Œuvre »"),
                        PartnerKind.SCHOOL_NETWORK,
                        "commune:25056",
                        new Siret("73282932000074").siren(),
                        new Siret("73282932000074"),
                        new Note("écoles"),
                        new Note("ext-1"));
        RecordedEvent first = registration("p-a", identity);
        partners.add(first, "r");
        MandateId mandate = new MandateId("m-one");
        LocalDate day = LocalDate.of(2026, 3, 2);
        Partner partner = first.after();
        for (PartnerEvent event :
                List.of(
                        new PartnerEvent.CharterSigned(day),
                        new PartnerEvent.CommitteeJoined(),
                        new PartnerEvent.MandateGranted(
                                mandate, MandateRole.REVIEWER, day, day.plusYears(1)),
                        new PartnerEvent.MandateEnded(mandate, day, null),
                        new PartnerEvent.Suspended(new Note("Motif")))) {
            RecordedEvent next = next(partner, event);
            assertThat(partners.replace(partner.version(), next)).isTrue();
            partner = next.after();
        }

        assertThat(partners.find(new PartnerId("p-a"))).contains(partner);
    }

    @Test
    void tellsTheSameRequestFromAnotherForTheSameId() {
        RecordedEvent first =
                registration("p-a", "Loiret", PartnerKind.DEPARTEMENT, "departement:45");
        partners.add(first, "r");
        partners.replace(
                1, next(first.after(), new PartnerEvent.CharterSigned(LocalDate.of(2026, 1, 1))));

        assertThat(partners.add(first, "r")).isEqualTo(Addition.REPEATED);
        assertThat(partners.add(first, "s")).isEqualTo(Addition.ID_TAKEN);
        assertThat(partners.find(new PartnerId("p-a")).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void replacesOnlyTheVersionThatWasSeen() {
        RecordedEvent first =
                registration("p-a", "Loiret", PartnerKind.DEPARTEMENT, "departement:45");
        partners.add(first, "r");
        RecordedEvent renamed =
                next(first.after(), new PartnerEvent.Renamed(new PartnerName("Nouveau"), null));

        assertThat(partners.replace(1, renamed)).isTrue();
        assertThat(partners.replace(1, renamed)).isFalse();
        assertThat(partners.replace(7, renamed)).isFalse();
    }

    @Test
    void doesNotReplaceWhatDoesNotExist() {
        RecordedEvent first =
                registration("p-a", "Loiret", PartnerKind.DEPARTEMENT, "departement:45");

        assertThat(
                        partners.replace(
                                1,
                                next(first.after(), new PartnerEvent.Suspended(new Note("Motif")))))
                .isFalse();
    }

    @Test
    void ofTenChangesAtOnceOneWins() throws Exception {
        RecordedEvent first =
                registration("p-a", "Loiret", PartnerKind.DEPARTEMENT, "departement:45");
        partners.add(first, "r");
        Callable<Boolean> change =
                () ->
                        partners.replace(
                                1,
                                next(
                                        first.after(),
                                        new PartnerEvent.Renamed(
                                                new PartnerName("Nouveau"), null)));

        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> future : threads.invokeAll(Collections.nCopies(10, change))) {
                won += future.get() ? 1 : 0;
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(partners.find(new PartnerId("p-a")).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void listsByIdAndGoesOnAfterTheLastOneSeen() {
        add("p-c", "Charlie", PartnerKind.OTHER, "pays:FR");
        add("p-a", "Alpha", PartnerKind.OTHER, "pays:FR");
        add("p-b", "Bravo", PartnerKind.OTHER, "pays:FR");

        assertThat(ids(PartnerFilter.NONE, null, 2)).containsExactly("p-a", "p-b");
        add("p-aa", "Newcomer", PartnerKind.OTHER, "pays:FR");
        assertThat(ids(PartnerFilter.NONE, new PartnerId("p-b"), 2)).containsExactly("p-c");
    }

    @Test
    void filtersByKindTerritorySignatureAndWordsOfTheName() {
        add("p-a", "Ville de Besançon", PartnerKind.COMMUNE, "commune:25056");
        add("p-b", "Département du Loiret", PartnerKind.DEPARTEMENT, "departement:45");
        RecordedEvent third =
                registration("p-c", "Loiret numérique", PartnerKind.OTHER, "departement:45");
        partners.add(third, "r");
        partners.replace(
                1, next(third.after(), new PartnerEvent.CharterSigned(LocalDate.of(2026, 1, 1))));

        assertThat(ids(filter(PartnerKind.COMMUNE, null, "", null))).containsExactly("p-a");
        assertThat(ids(filter(null, "departement:45", "", null))).containsExactly("p-b", "p-c");
        assertThat(ids(filter(null, null, "besancon", null))).containsExactly("p-a");
        assertThat(ids(filter(null, null, "LOIR", null))).containsExactly("p-b", "p-c");
        assertThat(ids(filter(null, null, "loir num", null))).containsExactly("p-c");
        assertThat(ids(filter(null, null, "oiret", null))).isEmpty();
        assertThat(ids(filter(null, null, ".*", null))).containsExactly("p-a", "p-b", "p-c");
        assertThat(ids(filter(null, null, "", true))).containsExactly("p-c");
        assertThat(ids(filter(null, null, "", false))).containsExactly("p-a", "p-b");
        assertThat(ids(filter(PartnerKind.OTHER, "departement:45", "loiret", true)))
                .containsExactly("p-c");
        assertThat(ids(filter(PartnerKind.REGION, null, "", null))).isEmpty();
    }

    protected final void add(String id, String name, PartnerKind kind, String territory) {
        partners.add(registration(id, name, kind, territory), "request of " + id);
    }

    protected final List<String> ids(PartnerFilter filter) {
        return ids(filter, null, 100);
    }

    private List<String> ids(PartnerFilter filter, @Nullable PartnerId after, int limit) {
        return partners.list(filter, after, limit).stream().map(p -> p.id().value()).toList();
    }

    protected static PartnerFilter filter(
            @Nullable PartnerKind kind,
            @Nullable String territory,
            String q,
            @Nullable Boolean signatory) {
        return new PartnerFilter(kind, territory, NameWords.of(q), signatory, null);
    }

    private static RecordedEvent registration(
            String id, String name, PartnerKind kind, String territory) {
        return registration(
                id, new Identity(new PartnerName(name), kind, territory, null, null, null, null));
    }

    private static RecordedEvent registration(String id, Identity identity) {
        var event = new PartnerEvent.Registered(new PartnerId(id), identity);
        return new RecordedEvent(Partner.begin(event, MOMENT.at()), event, MOMENT, OCCASION);
    }

    private static RecordedEvent next(Partner partner, PartnerEvent event) {
        return new RecordedEvent(partner.apply(event, MOMENT.at()), event, MOMENT, OCCASION);
    }
}
