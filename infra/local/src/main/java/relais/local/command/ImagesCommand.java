package relais.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.local.ServiceImages;
import relais.local.backbone.Distribution;
import relais.local.image.ContainerEngine;
import relais.local.image.ImageBuild;
import relais.local.message.Messages;

/** Builds the container images of the services with Docker or Podman, and says what they take. */
@Command(name = "images")
final class ImagesCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    static final String BASE = "debian:trixie-slim";
    static final String PREFIX = "relais";

    @Option(names = "--base", paramLabel = "<image>", defaultValue = BASE)
    private String base = "";

    @Option(names = "--prefix", paramLabel = "<name>", defaultValue = PREFIX)
    private String prefix = "";

    /** The version of the build if none is given. */
    @Option(names = "--tag", paramLabel = "<version>", defaultValue = "")
    private String tag = "";

    /** No service runs beside a stack, which builds of an engine elsewhere could not reach. */
    @Option(names = "--alone")
    private boolean alone;

    /** None for all. */
    @Parameters(paramLabel = "<name>")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        ContainerEngine engine = ContainerEngine.find(System.getenv());
        Distribution distribution = Distribution.find();
        ServiceImages images = new ServiceImages(distribution);
        String version = tag.isBlank() ? images.version() : tag;
        build(
                images,
                new ImageBuild(engine, distribution.root(), base, prefix, version),
                names,
                !alone);
        return 0;
    }

    static void build(
            ServiceImages images, ImageBuild build, List<String> names, boolean besideStack) {
        System.out.println(Messages.say("images.begin", build.engine().name(), build.base()));
        images.build(
                build,
                names,
                besideStack,
                (image, size) ->
                        System.out.println(Messages.say("images.built", image, size / MEGABYTE)));
        System.out.println(Messages.say("images.done"));
    }
}
