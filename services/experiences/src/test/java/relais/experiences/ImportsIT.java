package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.teststack.TopicReader.metadata;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** Archives, row by row. */
class ImportsIT extends RunningService {
    @Test
    void anOperatorsArchiveIsOnTheTopicWithItsTimesAndIsTakenOnce() {
        String name = "archive-" + UUID.randomUUID();
        String csv =
                """
                externalId;operation;occurredAt;partner;title;preview;territory;level;axes;problem;action;licenceAccepted;reason
                %1$s;;2006-09-04T08:00:00Z;p-besancon;Besançon.clic;Des ordinateurs;commune:25056;ECOLE;INFRASTRUCTURE;"Peu; d'ordinateurs";Les remettre en état;oui;
                %1$s;PUBLISH;2006-10-01T08:00:00Z;p-mene;;;;;;;;;Bienvenue
                %1$s;REVISE;2006-09-30T08:00:00Z;p-besancon;Trop tôt;;;;;;;;
                %1$s;REVISE;2007-09-30T08:00:00Z;p-besancon;Besançon.clic en 2007;;;;;;;;chiffres
                """
                        .formatted(name);
        Answer rehearsed = api.upload("/imports/rehearsal", OPERATOR, csv);
        assertThat(outcomes(rehearsed)).containsExactly("CREATED", "APPLIED", "REFUSED", "APPLIED");
        Answer first = api.upload("/imports", OPERATOR, csv);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(outcomes(first)).containsExactly("CREATED", "APPLIED", "REFUSED", "APPLIED");
        JsonNode refused = first.body().path("rows").path(2);
        assertThat(refused.path("line").asInt()).isEqualTo(4);
        assertThat(refused.path("violations").path(0).path("field").asString())
                .isEqualTo("occurredAt");
        assertThat(refused.path("violations").path(0).path("message").asString()).isNotEmpty();
        assertThat(first.body().path("counts").path("APPLIED").asInt()).isEqualTo(2);
        assertThat(outcomes(api.upload("/imports", OPERATOR, csv)))
                .containsExactly("UNCHANGED", "UNCHANGED", "REFUSED", "UNCHANGED");

        String id = first.body().path("rows").path(0).path("id").asString();
        assertThat(api.get("/experiences/" + id, null).text("title"))
                .isEqualTo("Besançon.clic en 2007");
        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 3);
        assertThat(events).hasSize(3);
        assertThat(metadata(events.getFirst()).archive()).isTrue();
        assertThat(metadata(events.getFirst()).time()).isEqualTo("2006-09-04T08:00:00Z");
        assertThat(metadata(events.getFirst()).actor()).isEqualTo("m-exploitation");
    }

    @Test
    void anArchiveMayTakePlaceInATerritoryOfItsTime() {
        String name = "archive-" + UUID.randomUUID();
        Answer answer =
                api.upload(
                        "/imports",
                        OPERATOR,
                        """
                        externalId,occurredAt,partner,title,preview,territory,level,axes,problem,action,licenceAccepted
                        %1$s,2015-05-04T08:00:00Z,p-mene,A,B,region:73,LYCEE,USES,C,D,true
                        %1$s-now,,p-mene,A,B,region:73,LYCEE,USES,C,D,true
                        """
                                .formatted(name));
        assertThat(outcomes(answer)).containsExactly("CREATED", "REFUSED");
    }

    @Test
    void anImportMayBeLargerThanOtherBodiesButNotEndless() {
        String rows = "externalId;action\n" + ("a;" + "x".repeat(9_000) + "\n").repeat(40);
        Answer large = api.upload("/imports", ORLEANS, rows);
        assertThat(large.status()).isEqualTo(200);
        assertThat(outcomes(large)).hasSize(40).containsOnly("REFUSED");
        problem(413, api.upload("/imports", ORLEANS, "x".repeat(8 * 1024 * 1024 + 1)));
        problem(400, api.upload("/imports", ORLEANS, "externalId;titel\na;b"));
        problem(422, api.upload("/imports", ORLEANS, "externalId\n" + "a\n".repeat(5_001)));
        problem(415, api.post("/imports", ORLEANS, "{}"));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.body()
                .path("rows")
                .valueStream()
                .map(row -> row.path("outcome").asString())
                .toList();
    }
}
