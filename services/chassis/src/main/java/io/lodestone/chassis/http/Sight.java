package io.lodestone.chassis.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may read: every resource of {@code classes}, and all of its own {@code agency}. As a query:
 * {@code release_class in (:classes) or agency = :agency}.
 */
public record Sight(List<String> classes, @Nullable String agency) {

    public Sight {
        classes = List.copyOf(classes);
    }

    /** @param owner the agency the resource belongs to */
    public boolean mayRead(String releaseClass, @Nullable String owner) {
        return classes.contains(releaseClass) || (agency != null && agency.equals(owner));
    }
}
