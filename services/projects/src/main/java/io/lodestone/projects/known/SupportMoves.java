package io.lodestone.projects.known;

import io.lodestone.projects.project.Support;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** By how much the lines of a batch move the table {@code project_support}. */
final class SupportMoves {

    private static final String MOVE = """
            insert into project_support as kept
                (project_id, agency, release_class, currency, pipeline, authorized, signed) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (project_id, agency, release_class, currency) do update set
                pipeline = kept.pipeline + excluded.pipeline,
                authorized = kept.authorized + excluded.authorized,
                signed = kept.signed + excluded.signed
            """;

    /** In one order, so that two batches cannot hold what the other one waits for. */
    private final Map<Place, Amounts> moves = new TreeMap<>(Comparator.comparing(Place::projectId)
            .thenComparing(Place::agency)
            .thenComparing(Place::releaseClass)
            .thenComparing(Place::currency));

    private record Place(UUID projectId, String agency, String releaseClass, String currency) {

        static Place of(DealLine line, Support support) {
            return new Place(line.projectId(), support.agency(), support.releaseClass(), support.currency());
        }
    }

    private record Amounts(BigDecimal pipeline, BigDecimal authorized, BigDecimal signed) {

        static Amounts of(Support support) {
            return new Amounts(
                    support.pipeline().amount(),
                    support.authorized().amount(),
                    support.signed().amount());
        }

        Amounts plus(Amounts other) {
            return new Amounts(
                    pipeline.add(other.pipeline), authorized.add(other.authorized), signed.add(other.signed));
        }

        Amounts negated() {
            return new Amounts(pipeline.negate(), authorized.negate(), signed.negate());
        }
    }

    /** The line counts from now on. */
    void add(DealLine line) {
        var support = line.support();
        moves.merge(Place.of(line, support), Amounts.of(support), Amounts::plus);
    }

    /** The line, as it is now, counts no more. */
    void take(DealLine line) {
        var support = line.support();
        moves.merge(Place.of(line, support), Amounts.of(support).negated(), Amounts::plus);
    }

    void write(Connection connection) throws SQLException {
        try (var move = connection.prepareStatement(MOVE)) {
            for (var one : moves.entrySet()) {
                set(move, one.getKey(), one.getValue());
                move.addBatch();
            }
            move.executeBatch();
        }
    }

    private static void set(PreparedStatement move, Place place, Amounts amounts) throws SQLException {
        move.setObject(1, place.projectId());
        move.setString(2, place.agency());
        move.setString(3, place.releaseClass());
        move.setString(4, place.currency());
        move.setBigDecimal(5, amounts.pipeline());
        move.setBigDecimal(6, amounts.authorized());
        move.setBigDecimal(7, amounts.signed());
    }
}
