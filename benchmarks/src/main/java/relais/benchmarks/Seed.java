package relais.benchmarks;

import picocli.CommandLine.Option;
import relais.events.ConfluentSchemaRegistry;
import relais.events.SchemaRegistry;
import relais.local.LocalStack;

/** What the events of a benchmark say: the same for the same seed. */
final class Seed {

    @Option(names = "--seed", description = "of what the events say (default ${DEFAULT-VALUE})")
    long seed = 20_151_001;

    SeededHistory history(LocalStack stack) {
        return history(new ConfluentSchemaRegistry(stack.registryUrl()));
    }

    SeededHistory history(SchemaRegistry registry) {
        return new SeededHistory(registry, seed);
    }
}
