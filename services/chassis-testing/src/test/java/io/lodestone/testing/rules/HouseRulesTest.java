package io.lodestone.testing.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    private static final String ROOT = "io.lodestone.testing.planted";

    private static final House HOUSE = new House(ROOT, "mines", List.of("mine", "shaft"));

    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages(ROOT);

    /** Rule -> the planted classes that break it. */
    private static final Map<String, List<String>> PLANTED = Map.ofEntries(
            Map.entry("features do not know each other", List.of("NosyDigging")),
            Map.entry("no cycles", List.of("CircularMine")),
            Map.entry("the aggregate is plain", List.of("CookedMine", "TalkativeMines")),
            Map.entry("services meet only in contracts", List.of("Reach")),
            Map.entry("the chassis knows no business", List.of("OreAwareOutbox")),
            Map.entry("contracts lean on nothing", List.of("Leaning")),
            Map.entry("http lives in resources", List.of("WebSurveying", "WebFeed")),
            Map.entry(
                    "edges do not open transactions",
                    List.of(
                            "MethodTransactionResource",
                            "ClassTransactionResource",
                            "DisguisedTransactionResource",
                            "ProgrammaticTransactionResource")),
            Map.entry("nobody sends", List.of("Shouting", "Producing")),
            Map.entry("code is blocking", List.of("Reacting")),
            Map.entry(
                    "time comes from the clock",
                    List.of(
                            "AsksInstant",
                            "AsksDate",
                            "AsksDateOfZone",
                            "AsksByReference",
                            "AsksMillis",
                            "AsksOldDate",
                            "MakesClock",
                            "StopsTime",
                            "Sleeps")),
            Map.entry("ids and chance come from the chassis", List.of("DrawsId", "DrawsIdByReference", "DrawsNumber")),
            Map.entry(
                    "money is never floating",
                    List.of("FloatingDouble", "FloatingFloat", "FloatingBox", "FloatingArray", "FloatingRecord")),
            Map.entry("state is private", List.of("OpenMine", "OpenPart")),
            Map.entry("collaborators come through the constructor", List.of("Injected", "Configured")),
            Map.entry(
                    "no noise names",
                    List.of(
                            "MineUtils",
                            "MineUtil",
                            "SurveyingImpl",
                            "MineHelper",
                            "MineManager",
                            "MineDto",
                            "MineDTO",
                            "AbstractMine",
                            "BaseMine",
                            "NoisyInside")));

    private static final Set<String> ALL_PLANTED =
            PLANTED.values().stream().flatMap(List::stream).collect(toSet());

    @Test
    void everyRuleHasAPlantedClass() {
        assertThat(PLANTED.keySet()).isEqualTo(HouseRules.of(HOUSE).keySet());
        assertThat(EVERYTHING.stream().map(HouseRulesTest::topLevelName)).containsAll(ALL_PLANTED);
    }

    @TestFactory
    Stream<DynamicTest> theCleanHouseKeepsEveryRule() {
        var clean = EVERYTHING.that(cleanAnd(""));
        return HouseRules.of(HOUSE).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(clean)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBitesOnItsPlantedClass() {
        return PLANTED.entrySet().stream()
                .flatMap(rule -> rule.getValue().stream().map(planted -> bites(rule.getKey(), planted)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFailsWhenPointedAtNothing() {
        var elsewhere = new House(ROOT, "mints", List.of("mine", "shaft"));
        var nothing = EVERYTHING.that(DescribedPredicate.alwaysFalse());
        return HouseRules.of(HOUSE).entrySet().stream()
                .flatMap(rule -> Stream.of(
                        dynamicTest("no classes: " + rule.getKey(), () -> assertFailsAsEmpty(rule.getValue(), nothing)),
                        dynamicTest(
                                "misspelt service: " + rule.getKey(),
                                () -> assertFailsAsEmpty(
                                        HouseRules.of(elsewhere).get(rule.getKey()), EVERYTHING.that(cleanAnd(""))))));
    }

    @Test
    void aMisspeltAggregateFails() {
        var misspelt = new House(ROOT, "mines", List.of("mine", "schaft"));

        assertFailsAsEmpty(HouseRules.of(misspelt).get("the aggregate is plain"), EVERYTHING.that(cleanAnd("")));
    }

    @Test
    void aServiceThatOnlyReadsHasNoRuleAboutAggregates() {
        assertThat(HouseRules.of("query"))
                .doesNotContainKey("the aggregate is plain")
                .hasSize(15);
    }

    private static void assertFailsAsEmpty(ArchRule rule, JavaClasses classes) {
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static DynamicTest bites(String rule, String planted) {
        return dynamicTest(rule + ": " + planted, () -> {
            var result = HouseRules.of(HOUSE).get(rule).evaluate(EVERYTHING.that(cleanAnd(planted)));
            assertThat(result.hasViolation()).isTrue();
            assertThat(result.getFailureReport().toString()).contains(planted);
        });
    }

    /** The clean house, and of the planted classes {@code only} one. */
    private static DescribedPredicate<JavaClass> cleanAnd(String only) {
        return DescribedPredicate.describe(
                "clean or " + only,
                type -> !ALL_PLANTED.contains(topLevelName(type))
                        || topLevelName(type).equals(only));
    }

    private static String topLevelName(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "").replaceFirst(".*\\.", "");
    }
}
