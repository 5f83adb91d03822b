package io.lodestone.query.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. What is not understood is refused by name: 400 where the form is wrong, 422 where a
 * well-formed value makes no sense.
 */
public record Parameters(Map<String, List<String>> given) {

    /** The earliest day anybody may ask for. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Set<String> SUMS_OF_RUNGS = Set.of("total", "sum", "all", "exposure");

    /** @throws ProblemException 400 for a parameter that is none here, 422 for one that asks for a sum of rungs */
    public void mustBeAmong(List<String> allowed) {
        for (var name : given.keySet()) {
            if (!allowed.contains(name)) {
                throw SUMS_OF_RUNGS.contains(name)
                        ? noTotal(name)
                        : malformed(name, "is not a parameter here", allowed);
            }
        }
    }

    public List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** The value, null where there is none. @throws ProblemException 400 when it is given twice */
    public @Nullable String one(String name) {
        var values = all(name);
        if (values.size() > 1) {
            throw malformed(name, "is given " + values.size() + " times", List.of());
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** One of {@code allowed}. @throws ProblemException 422 when it is another */
    public String oneOf(String name, List<String> allowed, String usually) {
        var value = one(name);
        if (value == null) {
            return usually;
        }
        if (!allowed.contains(value)) {
            throw new ProblemException(
                    Problem.invalid(name, "'" + shown(value) + "' is none of " + String.join(", ", allowed))
                            .with("allowed", allowed));
        }
        return value;
    }

    /** The cut, in the order asked. @throws ProblemException 400 for a dimension that there is not */
    public List<Dimension> by() {
        var by = new ArrayList<Dimension>();
        var names = all("by").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .toList();
        if (names.equals(List.of(""))) {
            return by;
        }
        for (var name : names) {
            var dimension = Dimension.named(name)
                    .orElseThrow(() -> malformed("by", "has no dimension '" + shown(name) + "'", Dimension.fields()));
            if (by.contains(dimension)) {
                throw malformed("by", "names " + name + " twice", Dimension.fields());
            }
            by.add(dimension);
        }
        return by;
    }

    /** The rung a question is about. @throws ProblemException 422 when it names none, or a sum of them */
    public Measure measure() {
        var name = one("measure");
        if (name == null || SUMS_OF_RUNGS.contains(name)) {
            throw noTotal("measure");
        }
        return Measure.named(name)
                .orElseThrow(() -> new ProblemException(Problem.invalid("measure", "has no rung '" + shown(name) + "'")
                        .with("allowed", Measure.fields())));
    }

    /** A day that is not after {@code latest}. @throws ProblemException 400 malformed, 422 outside of what can be asked */
    public LocalDate day(String name, LocalDate usually, LocalDate latest) {
        var value = one(name);
        if (value == null) {
            return usually;
        }
        try {
            var day = LocalDate.parse(value);
            mustBeBetween(name, day, latest);
            return day;
        } catch (DateTimeException e) {
            throw malformed(name, "'" + shown(value) + "' is not a day such as 2026-06-30", List.of());
        }
    }

    /** A whole number from 1 to {@code most}. @throws ProblemException 400 */
    public int count(String name, int usually, int most) {
        return Objects.requireNonNullElse(number(name, 1, most), usually);
    }

    /** A whole number in a range, null where there is none. @throws ProblemException 400 */
    public @Nullable Integer number(String name, int least, int most) {
        var value = one(name);
        if (value == null) {
            return null;
        }
        if (value.matches("\\d{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw malformed(name, "must be a whole number from " + least + " to " + most, List.of());
    }

    /** A plain decimal from 0 to {@code most}. @throws ProblemException 400 */
    public @Nullable BigDecimal decimal(String name, BigDecimal most) {
        var value = one(name);
        if (value == null) {
            return null;
        }
        if (value.matches("\\d{1,9}(\\.\\d{1,6})?") && new BigDecimal(value).compareTo(most) <= 0) {
            return new BigDecimal(value);
        }
        throw malformed(name, "must be a decimal from 0 to " + most, List.of());
    }

    static void mustBeBetween(String name, LocalDate day, LocalDate latest) {
        if (day.isAfter(latest)) {
            throw new ProblemException(Problem.invalid(name, "is after " + latest + " (UTC), the last day it can be"));
        }
        if (day.isBefore(EARLIEST)) {
            throw new ProblemException(Problem.invalid(name, "is before " + EARLIEST));
        }
    }

    /** @param allowed empty where there is no list of what would do */
    public static ProblemException malformed(String name, String what, List<String> allowed) {
        var problem = Problem.of(400, "malformed", shown(name) + " " + what).violation(shown(name), what);
        return new ProblemException(allowed.isEmpty() ? problem : problem.with("allowed", allowed));
    }

    private static ProblemException noTotal(String name) {
        return new ProblemException(Problem.of(
                        422,
                        "no-total",
                        "There is no one total: an offer, a signature and a payment are different things, and rungs are"
                                + " never added. Ask for one rung, or take the vector of all.")
                .violation(name, "names no single rung")
                .with("allowed", Measure.fields()));
    }

    /** What somebody typed, cut to a length that an answer can carry. */
    static String shown(String typed) {
        return typed.length() <= 60 ? typed : typed.substring(0, 60) + "...";
    }
}
