package io.lodestone.query.view;

import static java.time.ZoneOffset.UTC;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The where clause over {@code exposure_entry} and its bind values, one by one in step. Only names of our own enums go
 * into the text; what somebody typed is always a bind value.
 */
public final class Conditions {

    /** Entries with their places. Every where clause over them is made here. */
    public static final String LEDGER = "exposure_entry";

    private final List<String> clauses = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    /** Sets one bind value at its index. */
    @FunctionalInterface
    public interface Value {
        void bind(PreparedStatement statement, int at) throws SQLException;
    }

    /** All that bears on which entries count, but not the currency. */
    public static Conditions of(Question question, Sight sight) {
        var conditions = ofWholeDeals(question, sight);
        question.filters().forEach(conditions::anyOf);
        var projects = question.filters().get(Dimension.PROJECT);
        return projects == null ? conditions : conditions.ofDealsEverFor(projects);
    }

    /** As {@link #of}, over rows that have no times of their own. */
    static Conditions ofCells(Question question, Sight sight) {
        var conditions = new Conditions().visibleTo(sight);
        question.filters().forEach(conditions::anyOf);
        return conditions;
    }

    /** As {@link #of}, but without the filters: what a deal stands at in all its cells. */
    public static Conditions ofWholeDeals(Question question, Sight sight) {
        var conditions = new Conditions().visibleTo(sight);
        conditions.and("effective_on <= ?", (statement, at) -> statement.setObject(at, question.asOf()));
        var knownAt = question.knownAt();
        if (knownAt != null) {
            conditions.and("recorded_at <= ?", (statement, at) -> statement.setObject(at, knownAt.atOffset(UTC)));
        }
        return conditions;
    }

    /** @param binds as many as {@code clause} has question marks */
    public Conditions and(String clause, Value... binds) {
        clauses.add(clause);
        values.addAll(List.of(binds));
        return this;
    }

    /** RESTRICTED deals of others do not exist for most callers. */
    public Conditions visibleTo(Sight sight) {
        Value classes = (statement, at) -> statement.setArray(
                at,
                statement.getConnection().createArrayOf("text", sight.classes().toArray()));
        var agency = sight.agency();
        if (agency == null) {
            return and("release_class = any(?)", classes);
        }
        return and(
                "(release_class = any(?) or agency = ?)", classes, (statement, at) -> statement.setString(at, agency));
    }

    /** Says no more than a filter by these projects, but finds a few deals among many entries. */
    private Conditions ofDealsEverFor(List<String> projects) {
        var ids = projects.stream().map(UUID::fromString).toArray();
        return and(
                "deal_id in (select deal_id from deal_profile where project_id = any(?))",
                (statement, at) ->
                        statement.setArray(at, statement.getConnection().createArrayOf("uuid", ids)));
    }

    public Conditions ofDeals(Collection<UUID> deals) {
        return and(
                "deal_id = any(?)",
                (statement, at) ->
                        statement.setArray(at, statement.getConnection().createArrayOf("uuid", deals.toArray())));
    }

    /** Either the clause, which binds nothing, or the other conditions. */
    public Conditions or(String clause, Conditions others) {
        return and("(" + clause + " or " + others.sql() + ")", others.values.toArray(Value[]::new));
    }

    /** That there is an entry for which these hold. @param clause ties it to what is around it; binds nothing */
    public Conditions inLedger(String clause) {
        return new Conditions()
                .and(
                        "exists (select from " + LEDGER + " where " + clause + " and " + sql() + ")",
                        values.toArray(Value[]::new));
    }

    /** Of the deals that have an entry there. */
    public Conditions ofDealsIn(Conditions others) {
        return and(
                "deal_id in (select deal_id from " + LEDGER + " where " + others.sql() + ")",
                others.values.toArray(Value[]::new));
    }

    public Conditions inCurrency(String currency) {
        return and("currency = ?", (statement, at) -> statement.setString(at, currency));
    }

    /** @param wanted ids for an id, and {@code none} for a deal without one */
    public Conditions anyOf(Dimension dimension, List<String> wanted) {
        boolean none = dimension.isOptional() && wanted.contains(Questions.NONE);
        var given = wanted.stream()
                .filter(value -> !(none && value.equals(Questions.NONE)))
                .toList();
        var type = dimension.isId() ? "uuid" : "text";
        var elements = dimension.isId() ? given.stream().map(UUID::fromString).toArray() : given.toArray();
        var clause = dimension.column() + " = any(?)";
        return and(
                none ? "(" + clause + " or " + dimension.column() + " is null)" : clause,
                (statement, at) ->
                        statement.setArray(at, statement.getConnection().createArrayOf(type, elements)));
    }

    public String sql() {
        return String.join(" and ", clauses);
    }

    /** @param sql holds {@link #sql()} and no other question mark */
    public PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        int at = 1;
        for (var value : values) {
            value.bind(statement, at++);
        }
        return statement;
    }
}
