package io.lodestone.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things live: one service, its aggregates, and the two libraries below it.
 *
 * @param root       the package all of them share
 * @param service    the service's package below it
 * @param aggregates the aggregates' packages below the service; a service that only reads has none
 */
record House(String root, String service, List<String> aggregates) {

    String rooms() {
        return root + ".(*).(*)..";
    }

    String features() {
        return root + "." + service + ".(*)..";
    }

    DescribedPredicate<JavaClass> all() {
        return resideInAPackage(root + "..");
    }

    DescribedPredicate<JavaClass> itself() {
        return resideInAPackage(root + "." + service + "..");
    }

    DescribedPredicate<JavaClass> chassis() {
        return resideInAPackage(root + ".chassis..");
    }

    DescribedPredicate<JavaClass> contracts() {
        return resideInAPackage(root + ".contracts..");
    }

    /** The part of {@code chassis} or {@code contracts} called {@code name}. */
    DescribedPredicate<JavaClass> part(String name) {
        return resideInAPackage(root + "." + name + "..");
    }

    DescribedPredicate<JavaClass> aggregate(String aggregate) {
        return resideInAPackage(packageOf(aggregate));
    }

    DescribedPredicate<JavaClass> cores() {
        return resideInAnyPackage(aggregates.stream().map(this::packageOf).toArray(String[]::new));
    }

    /**
     * What any feature may look at: the aggregates, what the service remembers of others ({@code known}), and the
     * answers that several features give ({@code view}).
     */
    DescribedPredicate<JavaClass> commonGround() {
        return resideInAnyPackage(Stream.concat(aggregates.stream(), Stream.of("known", "view"))
                .map(this::packageOf)
                .toArray(String[]::new));
    }

    private String packageOf(String aggregate) {
        return root + "." + service + "." + aggregate + "..";
    }
}
