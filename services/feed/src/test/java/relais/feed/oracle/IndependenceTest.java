package relais.feed.oracle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The oracle can only judge the projection if it shares nothing with it: not its code, not the
 * libraries of the house below it, not the generated events, not the generator of the history.
 */
@AnalyzeClasses(packages = "relais.feed.oracle")
class IndependenceTest {

    /** And what they are set up with. */
    private static final String TESTS = ".*(IT|Test|\\.SeededLog)(\\$.*)?";

    @ArchTest
    static final ArchRule theOracleKnowsTheLogAndTheStoreOnly =
            classes()
                    .that()
                    .resideInAPackage("relais.feed.oracle")
                    .and()
                    .haveNameNotMatching(TESTS)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java..",
                                            "org.apache.kafka..",
                                            "org.apache.avro..",
                                            "org.apache.lucene..",
                                            "com.mongodb..",
                                            "org.bson..",
                                            "tools.jackson..",
                                            "org.jspecify.annotations..")
                                    .or(resideInAPackage("relais.feed.oracle")));

    @ArchTest
    static final ArchRule theTestTouchesTheServiceFromOutsideOnly =
            classes()
                    .that()
                    .resideInAPackage("relais.feed.oracle..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "relais.feed.oracle..",
                                            "relais.events..",
                                            "relais.teststack..")
                                    .or(not(resideInAPackage("relais.."))));
}
