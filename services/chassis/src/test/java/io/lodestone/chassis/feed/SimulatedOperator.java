package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.ParkedRows.Entry;
import io.lodestone.chassis.feed.ParkedRows.Key;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Crash;
import io.lodestone.chassis.simulation.Stage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings in a build that knows better, and goes on with what is parked, key by key, while consumers hear more. */
final class SimulatedOperator implements Actor {

    private final Stage stage;
    private final SimulatedTables tables;
    private final SimulatedFeedDatabase database;
    private final FeedParts parts;
    private @Nullable Redrive<Figure> redrive;
    private int keys;

    SimulatedOperator(Stage stage, SimulatedTables tables, SimulatedFeedDatabase database, FeedParts parts) {
        this.stage = stage;
        this.tables = tables;
        this.database = database;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public void step() {
        if (!database.bug().isMended() && (stage.calm() || stage.fault(100))) {
            stage.say("brings in a build that takes in what was refused");
            database.bug().mend();
        }
        var going = redrive;
        if (going != null && going.hasMore()) {
            goOn(going);
        } else if (database.bug().isMended()) {
            redrive = null;
            begin();
        }
    }

    private void begin() {
        var blocked = blocked(tables);
        if (!blocked.isEmpty()) {
            var key = blocked.get(keys++ % blocked.size());
            stage.say(
                    "goes on with the parked facts of subject %d", key.subject().getLeastSignificantBits());
            redrive = parts.redrive(database, key);
        }
    }

    private void goOn(Redrive<Figure> going) {
        try {
            long before = going.applied();
            going.step();
            if (going.applied() > before) {
                stage.say("takes in %d parked facts", going.applied() - before);
                stage.mark("parked facts are taken in");
            }
        } catch (Away e) {
            stage.say("tries again: %s", e.getMessage());
            redrive = null;
        } catch (Crash e) {
            redrive = null;
        }
    }

    static List<Key> blocked(SimulatedTables tables) {
        return tables.table(SimulatedFeedRows.PARKED).values().stream()
                .map(Entry.class::cast)
                .filter(entry -> entry.hold() == Hold.BLOCKING)
                .map(Entry::key)
                .distinct()
                .sorted(Comparator.comparing(Key::subject))
                .toList();
    }
}
