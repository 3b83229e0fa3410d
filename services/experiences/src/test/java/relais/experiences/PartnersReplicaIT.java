package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.aggregates.partner.Partner;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.PartnerKind;

/** What an earlier build kept of partners is filled anew, from the log and by itself. */
class PartnersReplicaIT extends RunningService {

    @Autowired private MongoDatabase database;

    @Test
    void aReplicaOfAnEarlierModelAnswersUntilTheLogHasFilledTheNewOne() {
        String id = "p-earlier";
        database.getCollection("partners")
                .insertOne(
                        new Document("_id", id)
                                .append("version", 2L)
                                .append("name", id)
                                .append("kind", "MINISTRY")
                                .append("territory", "pays:FR")
                                .append("active", true)
                                .append("mandates", List.of()));
        String token = partner(id, "m-earlier");
        assertThat(submit(token, "pays:FR")).isNotEmpty();
        awaitPartner(id, partner -> partner.registeredAt() == null);

        register(id, PartnerKind.MINISTRY, "pays:FR");
        partnersTopic.tell(id, "pays:FR", new CommitteeJoined(id));

        awaitPartner(id, Partner::isSignatory);
        awaitPartner(id, partner -> partner.registeredAt() != null);
        assertThat(database.getCollection("partners").countDocuments(new Document("_id", id)))
                .isEqualTo(1);
    }
}
