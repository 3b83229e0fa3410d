package relais.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.local.backbone.Distribution;
import relais.local.image.ImageBuild;
import relais.local.image.ImageBuild.ImageArguments;
import relais.local.image.ImageContext;
import relais.local.message.Problem;

/**
 * Container images of what a deployment runs: the services, and {@value #SETUP} with the programs
 * that run once before them. The identity service of one machine has none, for its accounts are
 * public.
 */
public record ServiceImages(Distribution distribution) {

    /** The image that creates topics and registers schemas. */
    public static final String SETUP = "setup";

    private static final String REGISTRAR = "relais.events.RegistrarCommand";

    /** The version that the build gave the services' jars. */
    public String version() {
        String jar = app(services().getFirst()).jar().getFileName().toString();
        return jar.replaceFirst("^relais-[a-z]+-(.+)-exec\\.jar$", "$1");
    }

    /**
     * Builds images.
     *
     * @param only their names; none for all
     * @param besideStack whether each service runs once beside a stack of its own build, so that it
     *     starts quickly; else it only begins to start
     * @param built receives the name of each image and its size in bytes
     * @throws Problem if one of the names is none of theirs, or a build ends otherwise than well
     */
    public void build(
            ImageBuild images,
            List<String> only,
            boolean besideStack,
            BiConsumer<String, Long> built) {
        List<String> all = names();
        for (String name : only) {
            if (!all.contains(name)) {
                throw new Problem("images.unknown", name, String.join(", ", all));
            }
        }
        images.createRuntime();
        List<String> wanted = new ArrayList<>(only.isEmpty() ? all : only);
        if (wanted.remove(SETUP)) {
            long size = images.build(setup(), (to, _) -> fillSetup(to));
            built.accept(images.image(SETUP), size);
        }
        if (wanted.isEmpty()) {
            return;
        }
        if (!besideStack) {
            buildEach(images, wanted, null, built);
            return;
        }
        try {
            Preparation.inEmptyFolder(
                    home -> {
                        try (ImageTraining training = ImageTraining.start(distribution, home)) {
                            buildEach(images, wanted, training, built);
                        } catch (Problem failed) {
                            throw new Problem(failed, "images.alone", failed.getMessage());
                        }
                    });
        } catch (IOException e) {
            throw new Problem(e, "prepare.failed", SETUP, String.valueOf(e.getMessage()));
        }
    }

    private void buildEach(
            ImageBuild images,
            List<String> wanted,
            @Nullable ImageTraining training,
            BiConsumer<String, Long> built) {
        for (String name : wanted) {
            Part part = Part.named(name);
            int port = part.defaultPort();
            long size =
                    images.build(
                            training == null
                                    ? ImageArguments.alone(name, port)
                                    : ImageArguments.besideStack(name, port),
                            (to, work) -> {
                                fillService(part, to, work);
                                if (training != null) {
                                    to.training(
                                            training.environment(name), ImageTraining.reads(name));
                                }
                            });
            built.accept(images.image(name), size);
        }
    }

    /** Whether the engine has all of them. */
    public boolean areThere(ImageBuild images) {
        return names().stream().allMatch(name -> images.engine().has(images.image(name)));
    }

    private static List<String> names() {
        return Stream.concat(Stream.of(SETUP), services().stream().map(Part::name)).toList();
    }

    private static ImageArguments setup() {
        return new ImageArguments(
                SETUP, 0, "-cp /opt/relais/application.jar " + REGISTRAR + " --help", false);
    }

    private void fillSetup(ImageContext to) throws IOException {
        Path dist = distribution.root().resolve("infra/local/target/dist");
        to.libraries(dist.resolve("launcher/lib"));
        to.library(dist.resolve("relais-local.jar"));
        to.classPath();
    }

    private void fillService(Part part, ImageContext to, Path work) throws IOException {
        app(part).unpack(work);
        to.libraries(work.resolve("lib"));
        to.application(work.resolve(app(part).jar().getFileName()));
    }

    private ServiceApp app(Part part) {
        return new ServiceApp(part, distribution.root());
    }

    private static List<Part> services() {
        return Part.ALL.stream()
                .filter(part -> part.kind() == Part.Kind.SERVICE)
                .filter(part -> !part.name().equals("identity"))
                .toList();
    }
}
