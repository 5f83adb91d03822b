package io.lodestone.query.view;

import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads codes of our own catalogue from requests. */
public final class Codes {

    private Codes() {}

    /** Null where the parameter is not given. @throws ProblemException 422 with the nearest codes */
    public static <E extends Enum<E>> @Nullable E read(Parameters parameters, String name, Class<E> codes) {
        var typed = parameters.one(name);
        if (typed == null) {
            return null;
        }
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> unknown(name, typed, codes));
    }

    private static <E extends Enum<E>> ProblemException unknown(String name, String typed, Class<E> codes) {
        List<String> nearest = Nearest.to(
                typed, Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList());
        return new ProblemException(Problem.invalid(
                        name, "has no code '" + Parameters.shown(typed) + "'; nearest: " + String.join(", ", nearest))
                .with("allowed", nearest));
    }
}
