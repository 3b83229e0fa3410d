package relais.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import relais.aggregates.AggregateType;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * Each rule is an allow-list or names what it forbids, and ArchUnit fails a rule that selects no
 * class; {@link #everyNamedPackageHoldsClasses} adds that no package named below is a leftover.
 */
@AnalyzeClasses(packages = "relais", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String[] PURE = {
        "relais.history.timeline..",
        "relais.history.figure..",
        "relais.aggregates",
        "relais.aggregates.partner",
        "relais.aggregates.territory",
        "relais.indicators",
        "relais.log",
    };

    private static final String[] USE_CASES = {
        "relais.history.export..",
        "relais.history.proof..",
        "relais.history.catchup..",
        "relais.history.replay..",
    };

    /** How a record is stored, answered and described. */
    private static final String[] ANNOTATIONS = {
        "relais.codec", "com.fasterxml.jackson.annotation", "io.swagger.v3.oas.annotations..",
    };

    private static final String[] FOLDS = {
        "relais.feed.projection..", "relais.feed.query..", "relais.feed.rebuild..",
    };

    /** What the portal's pages are made with. */
    private static final String[] PORTAL_BASIS = {
        "relais.portal.api..",
        "relais.portal.call..",
        "relais.portal.form..",
        "relais.portal.account..",
        "relais.portal.page..",
        "relais.portal.map..",
        "relais.portal.live..",
        "relais.portal.naming..",
    };

    private static final String[] PORTAL_PAGES = {
        "relais.portal.home..",
        "relais.portal.library..",
        "relais.portal.card..",
        "relais.portal.experiences..",
        "relais.portal.review..",
        "relais.portal.plan..",
        "relais.portal.days..",
        "relais.portal.contributions..",
        "relais.portal.operations..",
        "relais.portal.analysis..",
        "relais.portal.timemachine..",
        "relais.portal.todo..",
        "relais.portal.contracts..",
        "relais.portal.opendata..",
        "relais.portal.notices..",
        "relais.portal.places..",
        "relais.portal.partners..",
        "relais.portal.help..",
        "relais.portal.share..",
        "relais.portal.people..",
        "relais.portal.guide..",
    };

    /** A package for each aggregate, with all that is of it. */
    private static final String[] BY_AGGREGATE = {
        "relais.contributions.contribution..",
        "relais.contributions.objective..",
        "relais.contributions.action..",
        "relais.contributions.workingday..",
        "relais.contributions.message..",
        "relais.experiences.experience..",
        "relais.partners.partner..",
    };

    /** What neither state, events and commands nor rules may reach. */
    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "com.mongodb..",
        "org.bson..",
        "org.apache.kafka..",
        "org.apache.avro..",
        "tools.jackson..",
        "relais.aggregates.mongo..",
        "relais.aggregates.log..",
        "relais.aggregates.avro..",
        "relais.aggregates.http..",
        "relais.consumer..",
        "relais.events..",
        "relais.outbox..",
        "relais.web..",
    };

    private static final String[] GENERATED = {
        "relais.events.partners..",
        "relais.events.experiences..",
        "relais.events.contributions..",
        "relais.events.open..",
    };

    @ArchTest
    static void everyNamedPackageHoldsClasses(JavaClasses classes) {
        for (String[] packages :
                List.of(PURE, USE_CASES, FOLDS, PORTAL_BASIS, BY_AGGREGATE, GENERATED)) {
            for (String name : packages) {
                assertThat(classes.stream().filter(resideInAPackage(name)))
                        .as("classes in %s", name)
                        .isNotEmpty();
            }
        }
    }

    @ArchTest
    static final ArchRule domainKnowsOnlyJava =
            classes()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("java..", "org.jspecify.annotations..")
                                    .or(resideInAnyPackage(ANNOTATIONS))
                                    .or(resideInAnyPackage(PURE)))
                    .because("a rule of the business outlives every library");

    @ArchTest
    static final ArchRule useCasesKnowNoTechnology =
            classes()
                    .that()
                    .resideInAnyPackage(USE_CASES)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java..",
                                            "org.jspecify.annotations..",
                                            // Pure too: it compares lists.
                                            "com.github.difflib..",
                                            // And it writes tokens: an exported event is JSON.
                                            "tools.jackson.core..",
                                            "org.slf4j..",
                                            "relais.territories..")
                                    .or(resideInAnyPackage(ANNOTATIONS))
                                    .or(resideInAnyPackage(PURE))
                                    .or(resideInAnyPackage(USE_CASES)))
                    .because("use cases run in a test without a broker, a store or a container");

    /** The rules of an aggregate reach its state, its events and its commands. */
    @ArchTest
    static final ArchRule rulesOfAnAggregateReachNoTechnology =
            noClasses()
                    .that()
                    .areAssignableTo(AggregateType.class)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .transitivelyDependOnClassesThat(
                            resideInAnyPackage(TECHNOLOGY)
                                    .and(not(type(StoredField.class)))
                                    .and(not(type(StoredType.class))))
                    .because("a rule of the business outlives every library");

    @ArchTest
    static void everyPackageOfAnAggregateHasItsRules(JavaClasses classes) {
        for (String name : BY_AGGREGATE) {
            assertThat(
                            classes.stream()
                                    .filter(resideInAPackage(name))
                                    .filter(one -> one.isAssignableTo(AggregateType.class)))
                    .as("the rules of %s", name)
                    .isNotEmpty();
        }
    }

    @ArchTest
    static final ArchRule foldsKnowNoTechnology =
            noClasses()
                    .that()
                    .resideInAnyPackage(FOLDS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "org.apache.kafka..",
                            "relais.feed.adapter..",
                            "relais.feed.config..")
                    .because("a card is a pure function of the previous one and the event");

    /** What the projection folds is what was published; the rest of the service sees cards. */
    @ArchTest
    static final ArchRule onlyTheProjectionFoldsEvents =
            noClasses()
                    .that()
                    .resideInAnyPackage("relais.feed.query..", "relais.feed.rebuild..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.avro..", "relais.events..");

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther =
            slices().matching("relais.(*).adapter.(*)..")
                    .namingSlices("$1: adapter $2")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule servicesDoNotSeeEachOther =
            slices().assignedFrom(new ServiceSlices()).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule platformKnowsNoService =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "relais.outbox..",
                            "relais.consumer..",
                            "relais.codec..",
                            "relais.indicators..",
                            "relais.log..",
                            "relais.observability..",
                            "relais.web..",
                            "relais.start..",
                            "relais.recovery..",
                            "relais.aggregates..",
                            "relais.territories..",
                            "relais.events..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "relais.partners..",
                            "relais.experiences..",
                            "relais.contributions..",
                            "relais.feed..",
                            "relais.history..",
                            "relais.notices..",
                            "relais.portal..");

    @ArchTest
    static final ArchRule thePortalKnowsServicesByTheirHttpApiOnly =
            noClasses()
                    .that()
                    .resideInAPackage("relais.portal..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("relais..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAnyPackage(
                                                            "relais.portal..", "relais.limits.."))))
                    .because(
                            "its pages go on when a service changes its inside or is away; what a"
                                    + " process has in hand is counted in the portal as in a"
                                    + " service");

    @ArchTest
    static final ArchRule theBasisOfThePortalKnowsNoPage =
            noClasses()
                    .that()
                    .resideInAnyPackage(PORTAL_BASIS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PORTAL_PAGES)
                    .because("a page, or a desk, can be added or taken away by itself");

    @ArchTest
    static final ArchRule onlyMappingsAndTheFoldsOfConsumersSeeTheGeneratedEvents =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "relais.*.adapter.kafka..",
                            "relais.aggregates.log..",
                            "relais.feed.projection..",
                            "relais.events..")
                    .and()
                    .haveNameNotMatching(
                            "relais\\.(contributions|experiences|notices|partners)\\.\\w+\\.\\w*(Avro|Reader|Language|Codes|Records|Handler|RestoredAuthorKeys|RestoredErasures)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(GENERATED)
                    .because(
                            "a service translates the published language at its border, once; what"
                                    + " only folds it needs no second one");

    @ArchTest
    static final ArchRule oneClassSeesTheRegistryClient =
            noClasses()
                    .that()
                    .haveNameNotMatching("relais\\.events\\.ConfluentSchemaRegistry(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule configurationLivesInConfig =
            classes()
                    .that(
                            annotatedWith("org.springframework.context.annotation.Configuration")
                                    .or(
                                            annotatedWith(
                                                    "org.springframework.boot.context.properties.ConfigurationProperties")))
                    .and()
                    .resideInAnyPackage(
                            "relais.partners..",
                            "relais.experiences..",
                            "relais.contributions..",
                            "relais.feed..",
                            "relais.history..",
                            "relais.notices..",
                            "relais.portal..")
                    .should()
                    .resideInAPackage("relais.*.config..");

    @ArchTest
    static final ArchRule decisionsReadNoClock =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "relais.partners..",
                            "relais.experiences..",
                            "relais.contributions..",
                            "relais.feed.projection..",
                            "relais.history.timeline..",
                            "relais.history.figure..",
                            "relais.history.catchup..",
                            "relais.history.export..",
                            "relais.history.proof..",
                            "relais.history.replay..")
                    .and()
                    // Identifiers are made where a request comes in.
                    .haveNameNotMatching(
                            "relais\\.partners\\.partner\\.(Mandates|PartnersController)")
                    .should(never(callMethod(Instant.class, "now")))
                    .andShould(never(callMethod(LocalDate.class, "now")))
                    .andShould(never(callMethod(UUID.class, "randomUUID")))
                    .because("a replay must give the same answer twice");

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(GENERATED)
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .resideInAnyPackage(
                            "..common..", "..util..", "..shared..", "..core..", "..helper..");

    @ArchTest
    static void everyServiceReadsOrWritesTheLog(JavaClasses classes) {
        // The rule on generated events would pass by itself had those who see them moved.
        assertThat(
                        classes.stream()
                                .filter(HouseRulesTest::seesGeneratedEvents)
                                .map(one -> one.getPackageName().split("\\.", -1)[1]))
                .contains(
                        "partners",
                        "experiences",
                        "contributions",
                        "feed",
                        "history",
                        "aggregates");
    }

    private static boolean seesGeneratedEvents(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(to -> resideInAnyPackage(GENERATED).test(to.getTargetClass()));
    }
}
