package relais.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** One slice a service; what is no service (platform, published language) is in none. */
final class ServiceSlices implements SliceAssignment {

    private static final Set<String> SERVICES =
            Set.of(
                    "partners",
                    "experiences",
                    "contributions",
                    "feed",
                    "history",
                    "notices",
                    "portal");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String[] parts = javaClass.getPackageName().split("\\.", -1);
        return parts.length > 1 && SERVICES.contains(parts[1])
                ? SliceIdentifier.of(parts[1])
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "services";
    }
}
