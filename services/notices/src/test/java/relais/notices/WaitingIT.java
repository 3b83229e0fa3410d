package relais.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.Axis;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.EvidenceChange;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.PositionChoice;
import relais.events.contributions.PositionTaken;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;
import relais.events.partners.MandatePersonErased;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** What waits for somebody is told to the people of their partner. */
class WaitingIT extends RunningNotices {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private void submitted(String card, String partner) {
        tells(
                EXPERIENCES,
                1,
                card,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(card)
                        .setPartnerId(partner)
                        .setContent(
                                ExperienceContent.newBuilder()
                                        .setTitle("Pas encore publique")
                                        .setPreview("Aperçu")
                                        .setTerritory("departement:45")
                                        .setLevel(Level.COLLEGE)
                                        .setAxes(List.of(relais.events.experiences.Axis.USES))
                                        .setTags(List.of())
                                        .setProblem("Problème")
                                        .setAction("Action")
                                        .setPartnersInvolved(List.of())
                                        .setLinks(List.of())
                                        .build())
                        .build());
    }

    private void message(String card, String partner) {
        String id = fresh("m-");
        tells(
                CONTRIBUTIONS,
                1,
                id,
                MessagePosted.newBuilder()
                        .setMessageId(id)
                        .setSubjectId(card)
                        .setPartnerId(partner)
                        .setMandateId("m-other")
                        .setKeyId("k-1")
                        .setNonce(ByteBuffer.wrap("nonce".getBytes(UTF_8)))
                        .setCiphertext(ByteBuffer.wrap("text".getBytes(UTF_8)))
                        .setLength(4)
                        .build());
    }

    @Test
    void aReturnedCardIsToldToItsPartnerOnly() {
        String partner = fresh("p-");
        String member = account(partner);
        String stranger = account(fresh("p-"));
        String card = fresh("x-");
        submitted(card, partner);
        tells(
                EXPERIENCES,
                2,
                card,
                ExperienceReturned.newBuilder()
                        .setExperienceId(card)
                        .setReason("À préciser")
                        .setComments(List.of())
                        .build());
        awaitNotices(member, 1);
        JsonNode told = notices(member).getFirst();
        assertThat(told.path("id").asString()).isEqualTo("returned:" + card + ":2");
        assertThat(told.path("title").asString()).isEqualTo("Pas encore publique");
        assertThat(notices(stranger)).isEmpty();
    }

    @Test
    void aReturnedCardIsInTheDigestOfItsAuthor() {
        clock.advanceTo(clock.instant().atZone(PARIS).plusDays(1).with(LocalTime.NOON).toInstant());
        String partner = fresh("p-");
        String member = account(partner);
        String address = fresh("auteur-") + "@exemple.fr";
        wantsDigest(member, "DAILY", address, "en");
        String card = fresh("x-");
        submitted(card, partner);
        tells(
                EXPERIENCES,
                2,
                card,
                ExperienceReturned.newBuilder()
                        .setExperienceId(card)
                        .setReason("À préciser")
                        .setComments(List.of())
                        .build());
        awaitNotices(member, 1);
        clock.advance(Duration.ofDays(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(address)).hasSize(1));
        assertThat(body(mailTo(address).getFirst()))
                .contains("/desk/experiences/" + card + "/edit", "Pas encore publique");
    }

    @Test
    void aMessageIsToldToWhoseCardItIsEvenIfItIsReadBeforeTheCard() {
        String partner = fresh("p-");
        String member = account(partner);
        String card = fresh("x-");
        message(card, "p-writer");
        submitted(card, partner);
        awaitNotices(member, 1);
        assertThat(notices(member).getFirst().path("reason").asString()).isEqualTo("MESSAGE");
        message(card, partner);
        message(card, "p-writer");
        awaitNotices(member, 2);
    }

    @Test
    void evidenceThatChangedIsToldToTheTextsPartner() {
        String partner = fresh("p-");
        String member = account(partner);
        String text = fresh("c-");
        opened(text, partner);
        tells(
                CONTRIBUTIONS,
                2,
                text,
                EvidenceOutdated.newBuilder()
                        .setContributionId(text)
                        .setExperienceId("x-cited")
                        .setCitedVersion(2)
                        .setChange(EvidenceChange.REVISED)
                        .setChangedInVersion(3)
                        .setChangedAt(clock.instant())
                        .build());
        awaitNotices(member, 1);
        assertThat(notices(member).getFirst().path("reason").asString())
                .isEqualTo("EVIDENCE_OUTDATED");
    }

    private void opened(String text, String partner) {
        tells(
                CONTRIBUTIONS,
                1,
                text,
                ContributionOpened.newBuilder()
                        .setContributionId(text)
                        .setPartnerId(partner)
                        .setKind(ContributionKind.OPINION)
                        .setTitle("Un avis")
                        .setAxes(List.of(Axis.USES))
                        .setDrafters(List.of())
                        .build());
    }

    @Test
    void whoHasNoPositionIsToldThreeDaysBeforeTheEnd() {
        String said = fresh("p-");
        String silent = fresh("p-");
        String decided = account(said);
        String undecided = account(silent);
        String text = fresh("c-");
        opened(text, "p-drafter");
        tells(
                CONTRIBUTIONS,
                2,
                text,
                ConsultationOpened.newBuilder()
                        .setContributionId(text)
                        .setDeadline(clock.instant().plus(Duration.ofDays(5)))
                        .setSignatories(List.of(said, silent))
                        .setQuorum(2)
                        .build());
        tells(
                CONTRIBUTIONS,
                3,
                text,
                PositionTaken.newBuilder()
                        .setContributionId(text)
                        .setPartnerId(said)
                        .setPosition(PositionChoice.CONSENT)
                        .build());
        String marker = fresh("p-");
        String last = fresh("x-");
        submitted(last, marker);
        message(last, "p-writer");
        awaitNotices(account(marker), 1);
        assertThat(notices(undecided)).isEmpty();
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        awaitNotices(undecided, 1);
        JsonNode told = notices(undecided).getFirst();
        assertThat(told.path("reason").asString()).isEqualTo("CONSULTATION_ENDS");
        assertThat(told.path("title").asString()).isEqualTo("Un avis");
        assertThat(notices(decided)).isEmpty();
    }

    @Test
    void anActionIsLateTheDayAfterItWasDue() {
        String partner = fresh("p-");
        String member = account(partner);
        String action = fresh("a-");
        LocalDate due = LocalDate.ofInstant(clock.instant(), PARIS).plusDays(1);
        tells(
                CONTRIBUTIONS,
                1,
                action,
                ActionPlanned.newBuilder()
                        .setActionId(action)
                        .setContent(
                                ActionContent.newBuilder()
                                        .setTitle("Une mesure")
                                        .setLeadPartnerId(partner)
                                        .setPartnersInvolved(List.of())
                                        .setTerritory("pays:FR")
                                        .setAxes(List.of(Axis.USES))
                                        .setDueOn(due)
                                        .setObjectives(List.of())
                                        .setExperiences(List.of())
                                        .build())
                        .build());
        String marker = fresh("p-");
        String last = fresh("x-");
        submitted(last, marker);
        message(last, "p-writer");
        awaitNotices(account(marker), 1);
        assertThat(notices(member)).isEmpty();
        clock.advanceTo(due.plusDays(1).atStartOfDay(PARIS).toInstant());
        awaitNotices(member, 1);
        assertThat(notices(member).getFirst().path("reason").asString()).isEqualTo("ACTION_LATE");
    }

    @Test
    void whatCannotBeReadIsSetAsideForAnOperator() {
        String card = fresh("x-");
        submitted(card, "p-author");
        EXPERIENCES.tellNonsense(
                card,
                ExperienceReturned.newBuilder()
                        .setExperienceId(card)
                        .setReason("À préciser")
                        .setComments(List.of())
                        .build());
        String operator = STACK.issuer().token("exploitation", null, "m-exploitation", "operator");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get("/parked/" + card, operator)
                                                        .body()
                                                        .path("items"))
                                        .hasSize(1));
        assertThat(api.get("/parked", account(null)).status()).isEqualTo(403);
    }

    @Test
    void whoIsErasedIsForgottenByThemselvesAndByTheirMandate() {
        String name = fresh("someone-");
        String reader = STACK.issuer().token(name, null, "m-" + name, "partner");
        String card = fresh("x-");
        follow(reader, "CARD", card);
        assertThat(
                        api.put(
                                        "/me",
                                        reader,
                                        "{\"digest\":\"DAILY\",\"address\":\"a@exemple.fr\"}")
                                .status())
                .isEqualTo(200);
        happens("ExperiencePublished", card, 1, "Suivie");
        awaitPublicStream();
        assertThat(notices(reader)).hasSize(1);
        assertThat(api.delete("/me", reader).status()).isEqualTo(204);
        assertForgotten(reader);

        follow(reader, "CARD", card);
        String key = fresh("k-");
        tells(
                CONTRIBUTIONS,
                1,
                key,
                AuthorKeyErased.newBuilder().setMandateId("m-" + name).setKeyId(key).build());
        await().atMost(SOON).untilAsserted(() -> assertForgotten(reader));
    }

    @Test
    void whoseMandatesPersonIsErasedIsForgotten() {
        String partner = fresh("p-");
        String name = fresh("someone-");
        String erased = STACK.issuer().token(name, partner, "m-" + name, "partner");
        String colleague = account(partner);
        String card = fresh("x-");
        for (String each : List.of(erased, colleague)) {
            follow(each, "CARD", card);
            assertThat(
                            api.put(
                                            "/me",
                                            each,
                                            "{\"digest\":\"DAILY\",\"address\":\"a@exemple.fr\"}")
                                    .status())
                    .isEqualTo(200);
        }
        happens("ExperiencePublished", card, 1, "Suivie");
        awaitNotices(erased, 1);
        awaitNotices(colleague, 1);
        tells(
                PARTNERS,
                1,
                partner,
                MandatePersonErased.newBuilder()
                        .setPartnerId(partner)
                        .setMandateId("m-" + name)
                        .build());
        await().atMost(SOON).untilAsserted(() -> assertForgotten(erased));
        assertThat(notices(colleague)).hasSize(1);
        assertThat(api.get("/me", colleague).text("digest")).isEqualTo("DAILY");
    }

    private void assertForgotten(String reader) {
        assertThat(notices(reader)).isEmpty();
        assertThat(api.get("/follows", reader).body().path("items").valueStream()).isEmpty();
        Answer me = api.get("/me", reader);
        assertThat(me.body().has("address")).isFalse();
        assertThat(me.text("digest")).isEqualTo("NEVER");
    }
}
