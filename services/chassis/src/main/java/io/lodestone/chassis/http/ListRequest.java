package io.lodestone.chassis.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ?limit= &after= &sort= &fields=}; take it as a {@code @BeanParam}. */
public class ListRequest {

    @BeanParam
    PageRequest page = new PageRequest();

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("fields")
    @Nullable
    String fields;

    /**
     * The fields asked for, all of them when none is named.
     *
     * @throws ProblemException 400 for a field that the rows do not have
     */
    Set<String> fields(Class<?> view) {
        var known = Arrays.stream(view.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        if (fields == null) {
            return new LinkedHashSet<>(known);
        }
        var asked = new LinkedHashSet<>(Arrays.asList(fields.split(",")));
        for (var field : asked) {
            if (!known.contains(field)) {
                throw new ProblemException(Problem.of(400, "malformed", "fields: " + field + " is not a field")
                        .violation("fields", field + " is not a field")
                        .with("allowed", known));
            }
        }
        return asked;
    }
}
