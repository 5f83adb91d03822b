package io.lodestone.query.view;

import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.query.exposure.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A filter on a code that does not exist is a typing error and not an empty answer. Codes of the catalogue exist, and
 * those that came in facts and that the caller may see, for a producer may be ahead of our catalogue.
 */
@ApplicationScoped
public class KnownCodes {

    private static final String UNKNOWN = "UNKNOWN";

    private static final List<String> STATUSES = List.of(
            "LETTER_OF_INTEREST",
            "APPLIED",
            "DUE_DILIGENCE",
            "APPROVED",
            "SIGNED",
            "EFFECTIVE",
            "IN_DEFAULT",
            "DECLINED",
            "CANCELLED",
            "TERMINATED",
            "CLOSED",
            "WRITTEN_OFF");

    private static final List<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).sorted().toList();

    /** @throws ProblemException 422 with the nearest codes */
    public void check(Connection connection, Question question, Sight sight) throws SQLException {
        for (var filter : question.filters().entrySet()) {
            var dimension = filter.getKey();
            if (dimension.isId() || dimension.isName()) {
                continue;
            }
            var catalogue = catalogue(dimension);
            for (var code : filter.getValue()) {
                if (!catalogue.contains(code)
                        && !code.equals(UNKNOWN)
                        && !inFacts(connection, dimension, code, sight)) {
                    throw unknown(dimension, code, catalogue);
                }
            }
        }
    }

    private static boolean inFacts(Connection connection, Dimension dimension, String code, Sight sight)
            throws SQLException {
        var conditions = new Conditions()
                .visibleTo(sight)
                .and(dimension.column() + " = ?", (statement, at) -> statement.setString(at, code));
        try (var select = conditions.prepare(
                        connection, "select exists (select from exposure_place where " + conditions.sql() + ")");
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static ProblemException unknown(Dimension dimension, String code, List<String> catalogue) {
        var typed = code.length() <= 60 ? code : code.substring(0, 60) + "...";
        var nearest = Nearest.to(code, catalogue);
        return new ProblemException(Problem.invalid(
                        dimension.field(), "has no code '" + typed + "'; nearest: " + String.join(", ", nearest))
                .with("allowed", nearest));
    }

    private static List<String> catalogue(Dimension dimension) {
        return switch (dimension) {
            case AGENCY -> names(Agency.values());
            case INSTRUMENT -> names(Instrument.values());
            case MINERAL -> names(Mineral.values());
            case SEGMENT -> names(Segment.values());
            case STATUS -> STATUSES;
            case COUNTRY -> COUNTRIES;
            case PROGRAM, OBLIGOR, PACKAGE, PROJECT -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toList();
    }
}
