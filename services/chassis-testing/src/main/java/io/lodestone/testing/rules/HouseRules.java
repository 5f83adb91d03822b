package io.lodestone.testing.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house for one service. A service names itself and its aggregates; its features are found, never
 * listed. Every rule fails when the service, an aggregate, the chassis or the contracts it speaks of has no classes, so
 * that a rule pointed at nothing never looks like a rule that holds.
 */
public final class HouseRules {

    private static final String ROOT = "io.lodestone";

    private HouseRules() {}

    /**
     * One test per rule, over the main classes of the service, the contracts and the chassis.
     *
     * @param service    the service's package, {@code deals}
     * @param aggregates the packages of its aggregates, {@code deal}, {@code offtake}; none for a service that only reads
     */
    public static Stream<DynamicTest> check(String service, String... aggregates) {
        var classes = mainClasses(service);
        return of(service, aggregates).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }

    /** The rules by name, in reading order. */
    public static Map<String, ArchRule> of(String service, String... aggregates) {
        return of(new House(ROOT, service, List.of(aggregates)));
    }

    static Map<String, ArchRule> of(House house) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.putAll(DirectionRules.of(house));
        rules.putAll(HabitRules.of(house));
        rules.replaceAll((name, rule) ->
                CompositeArchRule.of(somethingToCheck(house)).and(rule).as(name));
        return rules;
    }

    private static JavaClasses mainClasses(String service) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + "." + service, ROOT + ".contracts", ROOT + ".chassis");
    }

    /** Fails by itself when there is no class to look at: ArchUnit refuses a rule that nothing was checked by. */
    private static ArchRule somethingToCheck(House house) {
        return classes().that(house.itself()).should(new ArchCondition<JavaClass>("be there") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                // being looked at is enough
            }
        });
    }
}
