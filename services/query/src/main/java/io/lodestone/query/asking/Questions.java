package io.lodestone.query.asking;

import static java.time.ZoneOffset.UTC;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.query.exposure.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads questions from query parameters, and refuses what it does not understand by name. */
@ApplicationScoped
class Questions {

    /** Filters a deal that has no package or no programme. */
    static final String NONE = "none";

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int VALUES_MAX = 100;
    private static final int VALUE_LENGTH_MAX = 300;

    private final Clock clock;

    Questions(Clock clock) {
        this.clock = clock;
    }

    /** For {@code /v1/exposure}. @throws ProblemException 400 or 422 naming the parameter */
    Question ofCells(Map<String, List<String>> parameters) {
        check(parameters, List.of("by"));
        return read(parameters, dimensions(parameters));
    }

    /** For {@code /v1/exposure/entries}: no cut, but pages. @throws ProblemException 400 or 422 naming the parameter */
    Question ofEntries(Map<String, List<String>> parameters) {
        check(parameters, List.of("limit", "after"));
        return read(parameters, List.of());
    }

    private Question read(Map<String, List<String>> parameters, List<Dimension> by) {
        var filters = new EnumMap<Dimension, List<String>>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var given = parameters.get(dimension.field());
            if (given != null) {
                filters.put(dimension, values(dimension, given));
            }
        }
        return new Question(
                by,
                filters,
                asOf(one(parameters, "asOf")),
                knownAt(one(parameters, "knownAt")),
                currency(one(parameters, "currency")));
    }

    private static void check(Map<String, List<String>> parameters, List<String> more) {
        var allowed = Stream.of(Dimension.fields(), List.of("asOf", "knownAt", "currency"), more)
                .flatMap(List::stream)
                .toList();
        for (var name : parameters.keySet()) {
            if (!allowed.contains(name)) {
                throw malformed(name, "is not a parameter here", allowed);
            }
        }
    }

    private static List<Dimension> dimensions(Map<String, List<String>> parameters) {
        var by = new ArrayList<Dimension>();
        var names = parameters.getOrDefault("by", List.of()).stream()
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

    private static List<String> values(Dimension dimension, List<String> given) {
        var values = dimension.isName()
                ? given
                : given.stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(String::strip)
                        .toList();
        if (values.size() > VALUES_MAX) {
            throw malformed(dimension.field(), "has more than " + VALUES_MAX + " values", List.of());
        }
        values.forEach(value -> checkValue(dimension, value));
        return List.copyOf(new HashSet<>(values));
    }

    private static void checkValue(Dimension dimension, String value) {
        if (value.isBlank()
                || value.length() > VALUE_LENGTH_MAX
                || value.chars().anyMatch(Character::isISOControl)) {
            throw malformed(
                    dimension.field(), "must have 1 to " + VALUE_LENGTH_MAX + " printable characters", List.of());
        }
        if (dimension.isId() && !(dimension.isOptional() && value.equals(NONE))) {
            try {
                UUID.fromString(value);
            } catch (IllegalArgumentException e) {
                throw malformed(dimension.field(), "'" + shown(value) + "' is not an id (UUID)", List.of());
            }
        }
    }

    private LocalDate asOf(@Nullable String given) {
        var today = LocalDate.ofInstant(clock.instant(), UTC);
        if (given == null) {
            return today;
        }
        try {
            var day = LocalDate.parse(given);
            checkTime("asOf", day, today);
            return day;
        } catch (DateTimeException e) {
            throw malformed("asOf", "'" + shown(given) + "' is not a day such as 2026-06-30", List.of());
        }
    }

    private @Nullable Instant knownAt(@Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            var moment = Instant.parse(given);
            var now = clock.instant();
            if (moment.isAfter(now)) {
                throw new ProblemException(Problem.invalid("knownAt", "is in the future; it is " + now));
            }
            checkTime("knownAt", LocalDate.ofInstant(moment, UTC), LocalDate.MAX);
            return moment;
        } catch (DateTimeException e) {
            throw malformed(
                    "knownAt", "'" + shown(given) + "' is not a moment such as 2026-07-01T00:00:00Z", List.of());
        }
    }

    private static void checkTime(String name, LocalDate day, LocalDate latest) {
        if (day.isAfter(latest)) {
            throw new ProblemException(Problem.invalid(name, "is in the future; today is " + latest + " (UTC)"));
        }
        if (day.isBefore(EARLIEST)) {
            throw new ProblemException(Problem.invalid(name, "is before " + EARLIEST));
        }
    }

    private static String currency(@Nullable String given) {
        if (given == null) {
            return "USD";
        }
        try {
            Money.minorDigits(given);
            return given;
        } catch (InvalidValue e) {
            throw new ProblemException(
                    Problem.invalid("currency", "'" + shown(given) + "' is not an ISO 4217 currency code"));
        }
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        var given = parameters.get(name);
        if (given == null) {
            return null;
        }
        if (given.size() != 1) {
            throw malformed(name, "is given " + given.size() + " times", List.of());
        }
        return given.getFirst();
    }

    private static ProblemException malformed(String name, String what, List<String> allowed) {
        var problem = Problem.of(400, "malformed", shown(name) + " " + what).violation(shown(name), what);
        return new ProblemException(allowed.isEmpty() ? problem : problem.with("allowed", allowed));
    }

    /** What somebody typed, cut to a length that an answer can carry. */
    private static String shown(String typed) {
        return typed.length() <= 60 ? typed : typed.substring(0, 60) + "...";
    }
}
