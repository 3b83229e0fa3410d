package relais.feed.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.codec.StoredType;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Stage;
import relais.feed.rebuild.Work;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/** What is known of one model as a document: what it holds by partition as lists of documents. */
final class ModelDocuments {

    private static final RecordCodec<Stored> MODELS = RecordCodecs.of(Stored.class);
    private static final RecordCodec<StoredWork> WORKS = RecordCodecs.of(StoredWork.class);
    private static final RecordCodec<StoredParity> PARITIES = RecordCodecs.of(StoredParity.class);
    private static final RecordCodec<Model.Activation> ACTIVATIONS =
            RecordCodecs.of(Model.Activation.class);

    private ModelDocuments() {}

    private record Stored(
            @StoredField(name = "_id") int number,
            Stage stage,
            Model.Order order,
            StoredWork work,
            @Nullable Instant builtAt,
            Model.@Nullable Lease lease,
            @Nullable StoredParity parity,
            Model.@Nullable Activation activation,
            @Nullable String failure) {}

    @StoredType(omitsEmpty = true)
    private record StoredWork(
            List<StoredShare> lanes, @StoredField(zeroIfAbsent = true) double eventsPerSecond) {

        static StoredWork of(Work work) {
            return new StoredWork(list(work.lanes(), StoredShare::of), work.eventsPerSecond());
        }

        Work work() {
            var shares = new TreeMap<LogPartition, Work.Share>();
            lanes.forEach(each -> shares.put(partition(each.lane), each.share()));
            return new Work(shares, eventsPerSecond);
        }
    }

    private record StoredShare(
            String lane,
            long from,
            long to,
            long at,
            @Nullable Long events,
            @Nullable Long next,
            @Nullable String digest) {

        static StoredShare of(Map.Entry<LogPartition, Work.Share> lane) {
            Work.Share share = lane.getValue();
            Checkpoint covered = share.digest();
            return new StoredShare(
                    lane.getKey().toString(),
                    share.from(),
                    share.to(),
                    share.at(),
                    covered == null ? null : covered.events(),
                    covered == null ? null : covered.next(),
                    covered == null ? null : covered.digest().hex());
        }

        Work.Share share() {
            return new Work.Share(
                    from,
                    to,
                    at,
                    events == null || next == null || digest == null
                            ? null
                            : new Checkpoint(events, new Digest.OfLane(next, digest)));
        }
    }

    @StoredType(omitsEmpty = true)
    private record StoredParity(
            int against,
            Instant at,
            String upTo,
            List<StoredLane> built,
            List<StoredLane> served,
            List<Parity.Difference> differences,
            @StoredField(zeroIfAbsent = true) boolean more) {

        static StoredParity of(Parity parity) {
            return new StoredParity(
                    parity.against(),
                    parity.at(),
                    OffsetsToken.of(parity.upTo()),
                    list(parity.built().lanes(), StoredLane::of),
                    list(parity.served().lanes(), StoredLane::of),
                    parity.differences(),
                    parity.more());
        }

        Parity parity() {
            return new Parity(
                    against,
                    at,
                    OffsetsToken.parse(upTo).orElse(Offsets.START),
                    content(built),
                    content(served),
                    differences,
                    more);
        }

        private static Parity.Content content(List<StoredLane> stored) {
            var lanes = new TreeMap<LogPartition, Parity.OfLane>();
            stored.forEach(each -> lanes.put(partition(each.lane), each.content));
            return new Parity.Content(lanes);
        }
    }

    private record StoredLane(String lane, @StoredField(unwrapped = true) Parity.OfLane content) {

        static StoredLane of(Map.Entry<LogPartition, Parity.OfLane> lane) {
            return new StoredLane(lane.getKey().toString(), lane.getValue());
        }
    }

    static Document write(Model model) {
        return MODELS.toDocument(
                new Stored(
                        model.number(),
                        model.stage(),
                        model.order(),
                        StoredWork.of(model.work()),
                        model.builtAt(),
                        model.lease(),
                        model.parity() == null ? null : StoredParity.of(model.parity()),
                        model.activation(),
                        model.failure()));
    }

    static Model read(Document document) {
        Stored model = MODELS.fromDocument(document);
        return new Model(
                model.number,
                model.stage,
                model.order,
                model.work.work(),
                model.builtAt,
                model.lease,
                model.parity == null ? null : model.parity.parity(),
                model.activation,
                model.failure);
    }

    static Document activation(Model.Activation activation) {
        return ACTIVATIONS.toDocument(activation);
    }

    static Document work(Work work) {
        return WORKS.toDocument(StoredWork.of(work));
    }

    static Document parity(Parity parity) {
        return PARITIES.toDocument(StoredParity.of(parity));
    }

    private static <T, S> List<S> list(
            Map<LogPartition, T> lanes, Function<Map.Entry<LogPartition, T>, S> stored) {
        return lanes.entrySet().stream().map(stored).toList();
    }

    private static LogPartition partition(String lane) {
        return LogPartition.parse(lane).orElseThrow();
    }
}
