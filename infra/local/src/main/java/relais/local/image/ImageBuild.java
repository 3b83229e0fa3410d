package relais.local.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relais.local.message.Problem;
import relais.local.process.Program;
import relais.local.process.Wait;

/**
 * Builds images with {@code infra/images/Dockerfile}. Contexts and logs lie in {@code
 * infra/local/target/images}.
 *
 * @param root the folder that holds the {@code relais} script
 * @param base what the images stand on: with glibc and bash
 * @param prefix what comes before the name of a service
 */
public record ImageBuild(
        ContainerEngine engine, Path root, String base, String prefix, String version) {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    /**
     * An image to be made.
     *
     * @param port where it answers; 0 if it does not
     * @param training arguments of the virtual machine for the run whose classes are kept
     * @param besideStack whether that run has a stack on this machine to work with, which it must
     *     be able to reach
     */
    public record ImageArguments(String name, int port, String training, boolean besideStack) {

        private static final String APPLICATION = "-jar /opt/relais/application.jar";

        /** An application of Spring Boot that runs beside a stack until it has answered. */
        public static ImageArguments besideStack(String name, int port) {
            return new ImageArguments(name, port, APPLICATION, true);
        }

        /** One that ends once it has made its beans. */
        public static ImageArguments alone(String name, int port) {
            return new ImageArguments(
                    name, port, "-Dspring.context.exit=onRefresh " + APPLICATION, false);
        }
    }

    /** What fills the folders of a context. */
    public interface ContextFiller {

        /**
         * @param context where the libraries and the application go
         * @param work an empty folder, which is removed afterwards
         */
        void fill(ImageContext context, Path work) throws IOException;
    }

    /** How the image of a service is called here. */
    public String image(String name) {
        return prefix + "/" + name + ":" + version;
    }

    /** Makes the runtime that all images have, anew: the JDK may be another one. */
    public void createRuntime() {
        try {
            ImageContext.delete(runtime());
            Files.createDirectories(folder());
            new JavaRuntime().create(runtime(), folder().resolve("java.log"));
        } catch (IOException e) {
            throw Problem.unwritable(folder(), e);
        }
    }

    /**
     * Makes one image, in place of one of the same name.
     *
     * @return its size in bytes, with what it shares with others
     * @throws Problem if the engine fails, with the end of its log
     */
    public long build(ImageArguments wanted, ContextFiller content) {
        Path folder = folder().resolve(wanted.name());
        Path work = folder().resolve(wanted.name() + ".work");
        try {
            ImageContext context = new ImageContext(folder).begin();
            ImageContext.delete(work);
            content.fill(context, Files.createDirectories(work));
            ImageContext.delete(work);
            context.shared(runtime());
            context.shared(root.resolve("infra/images/healthy"));
            context.shared(root.resolve("infra/images/java.options"));
            context.training(root.resolve("infra/images/train"));
            context.readable();
            Wait.untilSucceeded(
                    program(wanted, folder), folder().resolve(wanted.name() + ".log"), LIMIT);
            ImageContext.delete(folder);
        } catch (IOException e) {
            throw Problem.unwritable(folder, e);
        }
        return engine.size(image(wanted.name()));
    }

    private Program program(ImageArguments wanted, Path context) {
        List<String> arguments = new ArrayList<>(List.of("build"));
        if (engine.name().equals("podman")) {
            // Podman's own format has no health checks.
            arguments.addAll(List.of("--format", "docker"));
        }
        if (wanted.besideStack()) {
            arguments.addAll(List.of("--network", "host"));
        }
        Map<String, String> values =
                Map.of(
                        "BASE", base,
                        "MODULE", wanted.name(),
                        "PORT", Integer.toString(wanted.port()),
                        "TRAINING", wanted.training(),
                        "VERSION", version);
        values.forEach(
                (name, value) -> arguments.addAll(List.of("--build-arg", name + "=" + value)));
        arguments.addAll(List.of("--tag", image(wanted.name())));
        arguments.addAll(List.of("--file", root.resolve("infra/images/Dockerfile").toString()));
        arguments.add(context.toString());
        return engine.program("image " + wanted.name(), root, arguments);
    }

    private Path runtime() {
        return folder().resolve("java");
    }

    private Path folder() {
        return root.resolve("infra/local/target/images");
    }
}
