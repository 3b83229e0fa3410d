package relais.feed.adapter.mongo;

import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Stage;
import relais.feed.rebuild.Work;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/** What is known of one model as a document. */
final class ModelDocuments {

    private static final String LANES = "lanes";
    private static final String LANE = "lane";
    private static final String DIGEST = "digest";

    private ModelDocuments() {}

    static Document write(Model model) {
        Model.Order order = model.order();
        Model.Lease lease = model.lease();
        Parity parity = model.parity();
        Model.Activation activation = model.activation();
        return Fields.empty()
                .put("_id", model.number())
                .put("stage", model.stage())
                .put(
                        "order",
                        Fields.empty()
                                .put("by", order.by())
                                .put("at", order.at())
                                .put("asOf", order.asOf())
                                .put("batchSize", order.batchSize()))
                .put("work", work(model.work()))
                .put("builtAt", model.builtAt())
                .put(
                        "lease",
                        lease == null
                                ? null
                                : new Document("owner", lease.owner())
                                        .append("beats", lease.beats()))
                .put("parity", parity == null ? null : parity(parity))
                .put("activation", activation == null ? null : activation(activation))
                .put("failure", model.failure())
                .document();
    }

    static Model read(Document document) {
        var fields = new Fields(document);
        Fields order = fields.nested("order");
        Fields lease = fields.nested("lease");
        Fields activation = fields.nested("activation");
        return new Model(
                (int) fields.number("_id"),
                fields.symbol(Stage.class, "stage"),
                new Model.Order(
                        order.text("by"),
                        order.instant("at"),
                        order.instantOrNull("asOf"),
                        (int) order.number("batchSize")),
                work(fields.nested("work")),
                fields.instantOrNull("builtAt"),
                lease.has("owner")
                        ? new Model.Lease(lease.text("owner"), lease.number("beats"))
                        : null,
                fields.has("parity") ? parity(fields.nested("parity")) : null,
                activation.has("at")
                        ? new Model.Activation(
                                activation.instant("at"),
                                activation.text("by"),
                                activation.textOrNull("reason"))
                        : null,
                fields.textOrNull("failure"));
    }

    static Document activation(Model.Activation activation) {
        return Fields.empty()
                .put("at", activation.at())
                .put("by", activation.by())
                .put("reason", activation.reason())
                .document();
    }

    static Document work(Work work) {
        List<Document> lanes =
                work.lanes().entrySet().stream()
                        .map(lane -> share(lane.getKey(), lane.getValue()))
                        .toList();
        return Fields.empty()
                .put(LANES, lanes)
                .put("eventsPerSecond", work.eventsPerSecond())
                .document();
    }

    private static Document share(LogPartition lane, Work.Share share) {
        Checkpoint digest = share.digest();
        return Fields.empty()
                .put(LANE, lane.toString())
                .put("from", share.from())
                .put("to", share.to())
                .put("at", share.at())
                .put("events", digest == null ? null : digest.events())
                .put("next", digest == null ? null : digest.next())
                .put(DIGEST, digest == null ? null : digest.digest().hex())
                .document();
    }

    private static Work work(Fields fields) {
        var lanes = new TreeMap<LogPartition, Work.Share>();
        for (Fields share : fields.list(LANES)) {
            lanes.put(
                    lane(share),
                    new Work.Share(
                            share.number("from"),
                            share.number("to"),
                            share.number("at"),
                            digest(share)));
        }
        return new Work(lanes, fields.fraction("eventsPerSecond"));
    }

    private static @Nullable Checkpoint digest(Fields share) {
        return share.has(DIGEST)
                ? new Checkpoint(
                        share.number("events"),
                        new Digest.OfLane(share.number("next"), share.text(DIGEST)))
                : null;
    }

    static Document parity(Parity parity) {
        return Fields.empty()
                .put("against", parity.against())
                .put("at", parity.at())
                .put("upTo", OffsetsToken.of(parity.upTo()))
                .put("built", content(parity.built()))
                .put("served", content(parity.served()))
                .put(
                        "differences",
                        parity.differences().stream()
                                .map(
                                        difference ->
                                                Fields.empty()
                                                        .put("collection", difference.collection())
                                                        .put("id", difference.id())
                                                        .put("kind", difference.kind())
                                                        .document())
                                .toList())
                .put("more", parity.more())
                .document();
    }

    private static List<Document> content(Parity.Content content) {
        return content.lanes().entrySet().stream()
                .map(
                        lane ->
                                Fields.empty()
                                        .put(LANE, lane.getKey().toString())
                                        .put("cards", lane.getValue().cards())
                                        .put("activities", lane.getValue().activities())
                                        .put(DIGEST, lane.getValue().digest())
                                        .document())
                .toList();
    }

    private static Parity parity(Fields fields) {
        return new Parity(
                (int) fields.number("against"),
                fields.instant("at"),
                OffsetsToken.parse(fields.text("upTo")).orElse(Offsets.START),
                content(fields.list("built")),
                content(fields.list("served")),
                fields.list("differences").stream()
                        .map(
                                difference ->
                                        new Parity.Difference(
                                                difference.symbol(
                                                        Parity.Collection.class, "collection"),
                                                difference.text("id"),
                                                difference.symbol(Parity.Kind.class, "kind")))
                        .toList(),
                fields.flag("more"));
    }

    private static Parity.Content content(List<Fields> documents) {
        var lanes = new TreeMap<LogPartition, Parity.OfLane>();
        for (Fields lane : documents) {
            lanes.put(
                    lane(lane),
                    new Parity.OfLane(
                            lane.number("cards"), lane.number("activities"), lane.text(DIGEST)));
        }
        return new Parity.Content(lanes);
    }

    private static LogPartition lane(Fields fields) {
        return LogPartition.parse(fields.text(LANE)).orElseThrow();
    }
}
