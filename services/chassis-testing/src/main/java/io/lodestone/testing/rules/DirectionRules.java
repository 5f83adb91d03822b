package io.lodestone.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may depend on whom. */
final class DirectionRules {

    private static final String PANACHE_REPOSITORY = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";

    private DirectionRules() {}

    static Map<String, ArchRule> of(House house) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("features do not know each other", featuresDoNotKnowEachOther(house));
        rules.put("no cycles", slices().matching(house.rooms()).should().beFreeOfCycles());
        if (!house.aggregates().isEmpty()) {
            rules.put("the aggregate is plain", theAggregateIsPlain(house));
        }
        rules.put("services meet only in contracts", servicesMeetOnlyInContracts(house));
        rules.put("the chassis knows no business", theChassisKnowsNoBusiness(house));
        rules.put("contracts lean on nothing", contractsLeanOnNothing(house));
        rules.put("http lives in resources", httpLivesInResources(house));
        rules.put("edges do not open transactions", edgesDoNotOpenTransactions(house));
        rules.put("nobody sends", nobodySends(house));
        rules.put("code is blocking", codeIsBlocking(house));
        return rules;
    }

    private static ArchRule featuresDoNotKnowEachOther(House house) {
        return slices().matching(house.features())
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), house.commonGround());
    }

    /** One rule per aggregate, so that a misspelt one fails as empty beside a good one. */
    private static ArchRule theAggregateIsPlain(House house) {
        return CompositeArchRule.of(house.aggregates().stream()
                .flatMap(aggregate -> java.util.stream.Stream.of(
                        plainRecordsAndEntities(house, aggregate), repositoriesOnlyStore(house, aggregate)))
                .toList());
    }

    private static ArchRule plainRecordsAndEntities(House house, String aggregate) {
        return classes()
                .that(house.aggregate(aggregate))
                .and(not(repository()))
                .should()
                .onlyDependOnClassesThat(plain(house));
    }

    private static ArchRule repositoriesOnlyStore(House house, String aggregate) {
        return classes()
                .that(house.aggregate(aggregate))
                .and(repository())
                .should()
                .onlyDependOnClassesThat(plain(house)
                        .or(resideInAnyPackage(
                                "io.quarkus.hibernate.orm..",
                                "io.quarkus.panache..",
                                "org.hibernate..",
                                "jakarta.data..",
                                "jakarta.enterprise.context..",
                                "jakarta.inject..",
                                "javax.sql..")))
                .allowEmptyShould(true);
    }

    /** A bean that stands between the aggregate and its table. */
    private static DescribedPredicate<JavaClass> repository() {
        return DescribedPredicate.describe(
                "repository",
                type -> type.isAssignableTo(PANACHE_REPOSITORY)
                        || type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"));
    }

    private static DescribedPredicate<JavaClass> plain(House house) {
        return house.cores()
                .or(house.contracts())
                .or(primitives())
                .or(resideInAnyPackage(
                        "java..",
                        "jakarta.persistence..",
                        "org.hibernate.annotations..",
                        "org.hibernate.type..",
                        "org.jspecify.."));
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe(
                "primitives", type -> type.getBaseComponentType().isPrimitive());
    }

    /** By name and not by slices: a class of another service is refused even when it was not imported. */
    private static ArchRule servicesMeetOnlyInContracts(House house) {
        return noClasses()
                .that(house.itself())
                .should()
                .dependOnClassesThat(house.all()
                        .and(not(house.itself()))
                        .and(not(house.contracts()))
                        .and(not(house.chassis())));
    }

    private static ArchRule theChassisKnowsNoBusiness(House house) {
        return noClasses()
                .that(house.chassis())
                .should()
                .dependOnClassesThat(house.all().and(not(house.chassis())).and(not(house.part("contracts.envelope"))));
    }

    private static ArchRule contractsLeanOnNothing(House house) {
        return classes()
                .that(house.contracts())
                .should()
                .onlyDependOnClassesThat(house.contracts()
                        .or(primitives())
                        .or(resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation..")));
    }

    private static ArchRule httpLivesInResources(House house) {
        return noClasses()
                .that(house.all())
                .and(not(edge()))
                .and(not(house.part("chassis.http")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
    }

    private static ArchRule edgesDoNotOpenTransactions(House house) {
        return noClasses()
                .that(house.itself())
                .and(edge())
                .should()
                .dependOnClassesThat(transactional())
                .allowEmptyShould(true);
    }

    /** Annotations on a class or on a method are dependencies too, and so is an annotation that carries another one. */
    private static DescribedPredicate<JavaClass> transactional() {
        return resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana..")
                .or(DescribedPredicate.describe(
                        "carry @Transactional",
                        type -> type.isAnnotation() && type.isMetaAnnotatedWith("jakarta.transaction.Transactional")));
    }

    private static ArchRule nobodySends(House house) {
        return noClasses()
                .that(house.itself())
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.kafka.clients.producer..")
                        .or(DescribedPredicate.describe("send", type -> type.getName()
                                .matches(".*\\.reactive\\.messaging\\..*(Emitter|Outgoing|Channel)"))));
    }

    private static ArchRule codeIsBlocking(House house) {
        return noClasses()
                .that(house.itself())
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.smallrye.mutiny..", "org.reactivestreams.."));
    }

    /** Resources, what is nested in them, and the table of problems. */
    static DescribedPredicate<JavaClass> edge() {
        return DescribedPredicate.describe("resources and problems", type -> {
            var name = type.getName().replaceFirst("\\$.*", "");
            return name.endsWith("Resource") || name.endsWith("Problems");
        });
    }
}
