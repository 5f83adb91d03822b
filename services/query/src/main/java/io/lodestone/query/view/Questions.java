package io.lodestone.query.view;

import static io.lodestone.query.view.Parameters.malformed;
import static io.lodestone.query.view.Parameters.shown;
import static java.time.ZoneOffset.UTC;

import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.fx.RateChoice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads questions from query parameters, and refuses what it does not understand by name. */
@ApplicationScoped
public class Questions {

    /** Filters a deal that has no package or no programme. */
    static final String NONE = "none";

    /** Those that amounts can be in. */
    private static final List<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    private static final String USUALLY = "USD";

    private static final int VALUES_MAX = 100;
    private static final int VALUE_LENGTH_MAX = 300;

    private final Clock clock;

    Questions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A question with the filters that all share.
     *
     * @param more further parameters that the endpoint takes; {@code by} and {@code asOf} where they belong to it
     * @throws ProblemException 400 or 422 naming the parameter
     */
    public Question read(Map<String, List<String>> given, String... more) {
        var parameters = new Parameters(given);
        parameters.mustBeAmong(Stream.of(Dimension.fields(), List.of("knownAt", "currency"), List.of(more))
                .flatMap(List::stream)
                .toList());
        var filters = new EnumMap<Dimension, List<String>>(Dimension.class);
        for (var dimension : Dimension.values()) {
            if (given.containsKey(dimension.field())) {
                filters.put(dimension, values(dimension, parameters.all(dimension.field())));
            }
        }
        return new Question(
                parameters.by(),
                filters,
                parameters.day("asOf", today(), today()),
                moment("knownAt", parameters.one("knownAt")),
                currency(Objects.requireNonNullElse(parameters.one("currency"), USUALLY)),
                rates(parameters));
    }

    private static @Nullable RateChoice rates(Parameters parameters) {
        return parameters.one("rates") == null
                ? null
                : RateChoice.named(parameters.oneOf("rates", RateChoice.fields(), RateChoice.CURRENT.field()));
    }

    /** UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UTC);
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
        return values.stream()
                .map(value -> checked(dimension, value))
                .distinct()
                .toList();
    }

    /** An id in its usual letters. */
    private static String checked(Dimension dimension, String value) {
        if (value.isBlank()
                || value.length() > VALUE_LENGTH_MAX
                || value.chars().anyMatch(Character::isISOControl)) {
            throw malformed(
                    dimension.field(), "must have 1 to " + VALUE_LENGTH_MAX + " printable characters", List.of());
        }
        if (dimension.isId() && !(dimension.isOptional() && value.equals(NONE))) {
            try {
                return UUID.fromString(value).toString();
            } catch (IllegalArgumentException e) {
                throw malformed(dimension.field(), "'" + shown(value) + "' is not an id (UUID)", List.of());
            }
        }
        return value;
    }

    /** A moment that has been, null where none is given. @throws ProblemException 400 malformed, 422 in the future */
    public @Nullable Instant moment(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            var moment = Instant.parse(given);
            var now = clock.instant();
            if (moment.isAfter(now)) {
                throw new ProblemException(Problem.invalid(name, "is in the future; it is " + now));
            }
            Parameters.mustBeBetween(name, LocalDate.ofInstant(moment, UTC), LocalDate.MAX);
            return moment;
        } catch (DateTimeException e) {
            throw malformed(name, "'" + shown(given) + "' is not a moment such as 2026-07-01T00:00:00Z", List.of());
        }
    }

    /** @throws ProblemException 422 with the nearest currencies */
    public static String currency(String given) {
        try {
            Money.minorDigits(given);
            return given;
        } catch (InvalidValue e) {
            var nearest = Nearest.to(given, CURRENCIES);
            throw new ProblemException(Problem.invalid(
                            "currency",
                            "'" + shown(given) + "' is not an ISO 4217 currency code; nearest: "
                                    + String.join(", ", nearest))
                    .with("allowed", nearest));
        }
    }
}
