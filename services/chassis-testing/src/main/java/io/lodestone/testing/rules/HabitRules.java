package io.lodestone.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How code behaves, wherever it stands. */
final class HabitRules {

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final Set<String> STATEFUL = Set.of(
            "jakarta.persistence.Entity", "jakarta.persistence.Embeddable", "jakarta.persistence.MappedSuperclass");

    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "jakarta.ws.rs.core.Context",
            "jakarta.persistence.PersistenceContext",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.reactive.messaging.Channel");

    private HabitRules() {}

    static Map<String, ArchRule> of(House house) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("time comes from the clock", timeComesFromTheClock(house));
        rules.put("ids and chance come from the chassis", chanceComesFromTheChassis(house));
        rules.put("money is never floating", moneyIsNeverFloating(house));
        rules.put("state is private", stateIsPrivate(house));
        rules.put("collaborators come through the constructor", collaboratorsComeThroughTheConstructor(house));
        rules.put("no noise names", noNoiseNames(house));
        return rules;
    }

    private static ArchRule timeComesFromTheClock(House house) {
        var elsewhere = noClasses()
                .that(house.all())
                .and(not(house.part("chassis.time")))
                .should()
                .accessTargetWhere(describe("reads the wall clock", HabitRules::readsTheWallClock));
        var inServices = noClasses()
                .that(house.itself())
                .should()
                .accessTargetWhere(describe("waits or stops time", HabitRules::waits));
        return com.tngtech.archunit.lang.CompositeArchRule.of(elsewhere).and(inServices);
    }

    private static boolean readsTheWallClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Date" -> name.equals("<init>") && takes(access, Set.of());
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.time.Clock" -> name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)");
            default ->
                owner.startsWith("java.time.") && name.equals("now") && !takes(access, Set.of("java.time.Clock"));
        };
    }

    private static boolean waits(JavaAccess<?> access) {
        return switch (access.getTargetOwner().getName()) {
            case "java.lang.System" -> access.getName().equals("nanoTime");
            case "java.lang.Thread", "java.util.concurrent.TimeUnit" ->
                access.getName().equals("sleep");
            default -> false;
        };
    }

    /** SecureRandom is not chance but secrecy, and stays allowed. */
    private static ArchRule chanceComesFromTheChassis(House house) {
        return noClasses()
                .that(house.itself().or(house.contracts()))
                .should()
                .accessTargetWhere(describe("draws by chance", HabitRules::drawsByChance));
    }

    private static boolean drawsByChance(JavaAccess<?> access) {
        return switch (access.getTargetOwner().getName()) {
            case "java.util.UUID" -> access.getName().equals("randomUUID");
            case "java.lang.Math" -> access.getName().equals("random");
            case "java.util.concurrent.ThreadLocalRandom" -> access.getName().equals("current");
            case "java.util.Random", "java.util.SplittableRandom" ->
                access.getName().equals("<init>") && takes(access, Set.of());
            default -> false;
        };
    }

    private static boolean takes(JavaAccess<?> access, Set<String> parameters) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                        .equals(parameters.stream().toList());
    }

    private static ArchRule moneyIsNeverFloating(House house) {
        return classes().that(house.all()).should(haveNo("floating field", HabitRules::isFloating));
    }

    private static boolean isFloating(JavaField field) {
        return FLOATING.contains(field.getRawType().getBaseComponentType().getName());
    }

    private static ArchRule stateIsPrivate(House house) {
        return classes().that(house.all()).should(haveNo("state that others can reach", HabitRules::isOpenState));
    }

    private static boolean isOpenState(JavaField field) {
        return STATEFUL.stream().anyMatch(field.getOwner()::isAnnotatedWith)
                && !field.getModifiers().contains(JavaModifier.PRIVATE)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static ArchRule collaboratorsComeThroughTheConstructor(House house) {
        return classes().that(house.all()).should(haveNo("injected field", field -> INJECTING.stream()
                .anyMatch(field::isAnnotatedWith)));
    }

    private static ArchRule noNoiseNames(House house) {
        return noClasses()
                .that(house.all())
                .should()
                .haveNameMatching(".*[.$](\\w*(Impl|Utils?|Helper|Manager|Dto|DTO)|(Abstract|Base)[A-Z]\\w*)(\\$.*)?");
    }

    /** About classes and not about fields: a service without entities is not a rule without anything to check. */
    private static ArchCondition<JavaClass> haveNo(String what, Predicate<JavaField> wrong) {
        return new ArchCondition<>("have no " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(wrong)
                        .forEach(field -> events.add(
                                SimpleConditionEvent.violated(field, field.getDescription() + " is a " + what)));
            }
        };
    }
}
