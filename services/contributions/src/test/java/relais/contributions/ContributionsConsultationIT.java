package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.map;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Consultations by the server's clock, what stands in the way of an adoption, and its words. */
class ContributionsConsultationIT extends RunningService {

    private ContributionCalls calls;

    @BeforeAll
    void call() {
        calls = new ContributionCalls(api);
    }

    @Test
    void aPositionCountsUntilTheDeadlineByTheServersClock() {
        String id = consulted();
        done(calls.position(id, LOIRET, "CONSENT", null));
        done(calls.position(id, LOIRET, "ABSTENTION", null));
        clock.advance(Duration.ofMinutes(61));
        Answer late = calls.position(id, BESANCON, "CONSENT", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.violations()).containsExactly("deadline:deadline-passed");
        Answer changed = calls.position(id, LOIRET, "CONSENT", null);
        assertThat(changed.violations()).containsExactly("deadline:deadline-passed");
        assertThat(position(id, 0).path("position").asString()).isEqualTo("ABSTENTION");
    }

    @Test
    void isAdoptedOnlyWhenNothingStandsInTheWay() {
        String id = consulted();
        done(calls.position(id, LOIRET, "CONSENT", null));
        done(calls.position(id, BESANCON, "OBJECTION", "Trop cher"));
        Answer early = calls.adopt(id, COMMITTEE);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.violations())
                .containsExactlyInAnyOrder(
                        "deadline:deadline-not-reached",
                        "quorum:quorum-missing",
                        "objections:objections-stand");
        done(calls.position(id, BESANCON, "RESERVATION", "Cher"));
        done(calls.position(id, GRAND_EST, "CONSENT", null));
        assertThat(calls.adopt(id, COMMITTEE).violations())
                .containsExactly("deadline:deadline-not-reached");
        clock.advance(Duration.ofHours(1));
        assertThat(calls.adopt(id, LOIRET).status()).isEqualTo(403);
        assertThat(done(calls.adopt(id, COMMITTEE)).text("status")).isEqualTo("ADOPTED");
        assertThat(calls.post(id, "/withdrawal", LOIRET, map("reason", "Non")).status())
                .as("what is adopted stays")
                .isEqualTo(409);
    }

    @Test
    void whatTheCommitteeHidSinceCannotBeAdopted() {
        String experience = publishedExperience();
        String id = calls.open(LOIRET);
        done(calls.cite(id, LOIRET, experience, 2));
        done(calls.consult(id, COMMITTEE, clock.instant()));
        for (String token : new String[] {LOIRET, BESANCON, GRAND_EST}) {
            done(calls.position(id, token, "CONSENT", null));
        }
        experiencesTopic.tell(experience, ExperienceEvents.moderated(experience, "plainte"));
        awaitExperience(experience, 3);
        clock.advance(Duration.ofHours(2));
        Answer refused = calls.adopt(id, COMMITTEE);
        // The warning may arrive between the reading and the adoption.
        if (refused.status() == 412) {
            refused = calls.adopt(id, COMMITTEE);
        }
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.violations()).containsExactly("evidence:moderated-evidence-stands");
        JsonNode rule = rule(board(id, null, "fr"), "NO_MODERATED_EVIDENCE");
        assertThat(rule.path("words").asString()).contains("(1)", "à retirer");
        assertThat(rule.path("experiences").valueStream().map(JsonNode::asString))
                .containsExactly(experience);
    }

    @Test
    void theBoardTellsEveryoneWhatIsMissingInTheirLanguage() {
        String id = consulted();
        done(calls.position(id, LOIRET, "CONSENT", null));
        done(calls.position(id, BESANCON, "OBJECTION", "Trop cher"));
        Answer french = board(id, null, "fr");
        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.header("Vary")).containsIgnoringCase("Accept-Language");
        assertThat(french.body().path("adoptable").asBoolean()).isFalse();
        JsonNode quorum = rule(french, "QUORUM_REACHED");
        assertThat(quorum.path("met").asBoolean()).isFalse();
        assertThat(quorum.path("blocking").asBoolean()).isTrue();
        assertThat(quorum.path("needed").asInt()).isEqualTo(3);
        assertThat(quorum.path("taken").asInt()).isEqualTo(2);
        assertThat(quorum.path("missing").asInt()).isEqualTo(1);
        assertThat(quorum.path("partners").size()).isEqualTo(2);
        assertThat(quorum.path("words").asString()).contains("Il manque", "p-grand-est");
        assertThat(rule(french, "NO_STANDING_OBJECTION").path("words").asString())
                .contains("p-besancon");
        JsonNode deadline = rule(french, "DEADLINE_REACHED");
        assertThat(deadline.path("words").asString())
                .contains(
                        DateTimeFormatter.ofPattern("yyyy à H 'h' mm")
                                .withZone(ZoneId.of("Europe/Paris"))
                                .format(Instant.parse(deadline.path("deadline").asString())));
        assertThat(french.body().path("positions").path(1).path("reason").asString())
                .isEqualTo("Trop cher");
        Answer english = board(id, ANALYST, "en");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(rule(english, "QUORUM_REACHED").path("words").asString()).contains("missing");
        for (JsonNode rule : english.body().path("rules")) {
            assertThat(rule.path("words").asString()).as(rule.toString()).contains(" ");
        }
    }

    @Test
    void theBoardOfADraftIsTheCommittees() {
        String id = calls.open(LOIRET);
        assertThat(board(id, null, "fr").status()).isEqualTo(404);
        Answer seen = board(id, GRAND_EST, "fr");
        assertThat(rule(seen, "CONSULTATION_HELD").path("met").asBoolean()).isFalse();
        assertThat(rule(seen, "QUORUM_REACHED").isMissingNode()).isTrue();
    }

    @Test
    void isClosedToWorkOnTheTextAndAskedAnew() {
        String id = consulted();
        done(calls.position(id, LOIRET, "CONSENT", null));
        assertThat(calls.put(id, "/text", LOIRET, map("title", "X")).status())
                .as("frozen")
                .isEqualTo(409);
        assertThat(calls.post(id, "/consultation/closure", COMMITTEE, Map.of()).violations())
                .containsExactly("reason:required");
        done(calls.post(id, "/consultation/closure", COMMITTEE, map("reason", "À reprendre")));
        JsonNode closed = calls.read(id, null).body();
        assertThat(closed.path("status").asString()).isEqualTo("DRAFTING");
        assertThat(closed.path("reason").asString()).isEqualTo("À reprendre");
        assertThat(closed.has("consultation")).isFalse();
        done(calls.consult(id, COMMITTEE, clock.instant()));
        assertThat(calls.read(id, null).body().path("consultation").path("positions").size())
                .isZero();
    }

    @Test
    void asksOnlyWhatIsReadyAndUntilAReasonableDay() {
        String id = calls.open(LOIRET);
        Instant now = clock.instant();
        for (Instant wrong : new Instant[] {now.minusSeconds(1), now.plus(Duration.ofDays(800))}) {
            Answer refused =
                    calls.post(id, "/consultation", COMMITTEE, map("deadline", wrong.toString()));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.violations()).containsExactly("deadline:deadline-between");
        }
        done(
                calls.post(
                        id,
                        "/amendments",
                        BESANCON,
                        map("section", "s-1", "basedOn", 2, "body", "Non.", "reason", "Non")));
        Answer unsettled = calls.consult(id, COMMITTEE, now);
        assertThat(unsettled.status()).isEqualTo(409);
        assertThat(unsettled.violations()).containsExactly("amendments:amendments-open");
    }

    @Test
    void positionsAreOfThoseThatWereAskedAndSayTheirReason() {
        String id = consulted();
        Answer notAsked = calls.position(id, ORLEANS, "CONSENT", null);
        assertThat(notAsked.status()).isEqualTo(403);
        assertThat(notAsked.violations()).contains("partner:not-consulted");
        Answer silent = calls.position(id, LOIRET, "OBJECTION", null);
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.violations()).containsExactly("reason:position-needs-reason");
        Answer unknown = calls.position(id, LOIRET, "MAYBE", null);
        assertThat(unknown.violations()).containsExactly("position:unknown-position");
    }

    private String consulted() {
        String id = calls.open(LOIRET);
        done(calls.consult(id, COMMITTEE, clock.instant()));
        return id;
    }

    private JsonNode position(String id, int index) {
        return calls.read(id, null).body().path("consultation").path("positions").path(index);
    }

    private Answer board(String id, @Nullable String token, String language) {
        return api.get("/contributions/" + id + "/board", token, "Accept-Language", language);
    }

    private static JsonNode rule(Answer board, String name) {
        return board.body()
                .path("rules")
                .valueStream()
                .filter(rule -> rule.path("rule").asString().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
