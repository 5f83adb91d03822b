package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.SimulatedTables.Row;
import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import java.util.List;
import java.util.Optional;

/** An effect as house rule S11 wants it: a line for each subject, and totals moved by the difference of two lines. */
class Ledger implements Hearing<Figure> {

    static final String TOPIC = "topic";
    static final String LINE = "line";
    static final String CELL = "cell";
    static final String EFFECTS = "effects";

    private final SimulatedFeedDatabase database;

    Ledger(SimulatedFeedDatabase database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Optional<Figure> read(Envelope envelope) {
        if (!envelope.type().equals(Figure.TYPE)) {
            return Optional.empty();
        }
        return Optional.of(database.bug().isMended() ? Figure.leniently(envelope) : Figure.of(envelope));
    }

    @Override
    public void on(List<Figure> heard) {
        heard.forEach(this::on);
    }

    private void on(Figure after) {
        if (after.refused() && !database.bug().isMended()) {
            throw new IllegalStateException("the business refuses this figure");
        }
        var line = new Row(LINE, after.subject());
        var before = database.read(line).map(Figure.class::cast);
        before.filter(was -> was.version() >= after.version()).ifPresent(was -> {
            throw new Broken(Invariant.ONE_EFFECT, after + " has its effect after " + was);
        });
        before.ifPresent(was -> move(was.currency(), -was.amount()));
        move(after.currency(), after.amount());
        database.write(line, after);
        database.write(new Row(EFFECTS, List.of(after.subject(), after.version())), true);
    }

    void move(String currency, long amount) {
        var cell = new Row(CELL, currency);
        database.write(cell, (Long) database.read(cell).orElse(0L) + amount);
    }
}
