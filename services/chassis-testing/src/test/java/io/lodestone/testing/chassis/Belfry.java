package io.lodestone.testing.chassis;

import static io.lodestone.testing.chassis.BellEvent.BELLS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service as small as it gets: it counts strokes, adding, so that a fact heard twice would show. */
@ApplicationScoped
class Belfry implements Feed<BellEvent> {

    /** A bell that rings so often cannot be heard: the feed fails. */
    static final int TOO_LOUD = 99;

    /** The mended cause: with it, nothing is too loud. */
    private volatile boolean earmuffs;

    private final FeedRunner runner;
    private final DataSource database;

    Belfry(FeedRunner runner, DataSource database) {
        this.runner = runner;
        this.database = database;
    }

    @Incoming("bells")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("bells", records, this);
    }

    @Override
    public Topic<BellEvent> topic() {
        return BELLS;
    }

    @Override
    public void on(List<Heard<BellEvent>> heard) {
        for (var fact : heard) {
            if (fact.event() instanceof BellEvent.BellRung rung) {
                ring(rung);
            }
        }
    }

    private void ring(BellEvent.BellRung rung) {
        if (rung.strokes() == TOO_LOUD && !earmuffs) {
            throw new IllegalArgumentException("too loud");
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into bell (id, strokes, told) values (?, ?, ?) on conflict (id)
                        do update set strokes = bell.strokes + excluded.strokes, told = bell.told || excluded.told
                        """)) {
            upsert.setObject(1, rung.subject());
            upsert.setInt(2, rung.strokes());
            upsert.setString(3, rung.version() + " ");
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void wearEarmuffs(boolean worn) {
        earmuffs = worn;
    }

    /** All strokes heard of a bell, 0 when none. */
    int strokes(UUID bell) {
        return Integer.parseInt(column(bell, "strokes", "0"));
    }

    /** The versions heard of a bell, in the order they were heard. */
    String told(UUID bell) {
        return column(bell, "told", "").strip();
    }

    private String column(UUID bell, String name, String otherwise) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select " + name + " from bell where id = ?")) {
            select.setObject(1, bell);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : otherwise;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
