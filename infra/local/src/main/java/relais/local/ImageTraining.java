package relais.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;
import relais.local.example.ExampleData;
import relais.local.message.Problem;

/**
 * A whole stack with the example data, beside which the application of each image runs once while
 * the image is built: as a second instance of its service.
 */
record ImageTraining(LocalStack stack, StackSettings settings) implements AutoCloseable {

    /** Beside what is read of a stack anyway. */
    private static final Map<String, List<String>> MORE_READS =
            Map.of(
                    "partners", List.of("/partners?limit=3", "/territories?q=orleans"),
                    "experiences", List.of("/experiences?limit=3"),
                    "contributions", List.of("/contributions?limit=3"),
                    "notices", List.of("/notices/count"));

    /**
     * @param home an empty folder for what the stack writes
     * @throws Problem if it does not start, or does not take the example data
     */
    static ImageTraining start(Distribution distribution, Path home) {
        StackSettings settings =
                new StackSettings(
                        distribution,
                        home,
                        Ports.free(),
                        new MongoChoice.StandIn(),
                        Map.of(),
                        Map.of());
        LocalStack stack = new LocalStack(settings);
        stack.up();
        if (stack.loadExample() instanceof ExampleData.Failed failed) {
            stack.close();
            throw new Problem("prepare.failed", home, failed.text());
        }
        return new ImageTraining(stack, settings);
    }

    /**
     * What a second instance of a service is given, in a container that has this machine's ports.
     */
    Map<String, String> environment(String service) {
        StackSettings second = settings.withFreePorts(List.of(service));
        Map<String, String> all = new HashMap<>(second.serviceEnvironment(service));
        all.put("SERVER_PORT", Integer.toString(second.ports().of(service)));
        all.put("RELAIS_HISTORY_FILES", "/tmp/history");
        all.put("TRAINING_TOKEN", stack.token("comite"));
        // A folder of this machine.
        all.remove("RELAIS_HOME");
        return all;
    }

    /** Paths that it is asked for, whatever it answers. */
    static List<String> reads(String service) {
        return StackTraining.FIRST_READS.getOrDefault(
                service, MORE_READS.getOrDefault(service, List.of()));
    }

    @Override
    public void close() {
        stack.close();
    }
}
