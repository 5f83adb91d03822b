package io.lodestone.stories;

import io.lodestone.local.Service;
import java.sql.SQLException;

/** Rebuilds that wait for a lock in the middle of a step. Ends with itself. */
final class WaitingSteps implements AutoCloseable {

    /** Who holds it makes them wait. */
    static final String LOCK = "select pg_advisory_xact_lock(4711)";

    private final Lodestone lodestone;

    private WaitingSteps(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    /** @param steps so many go through */
    static WaitingSteps after(int steps, Lodestone lodestone) throws SQLException {
        run(lodestone, """
                create function story_waits() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from read_model_rebuild_step where rebuild = new.rebuild) > %d then
                        perform pg_advisory_xact_lock(4711);
                    end if;
                    return null;
                end $$;
                create trigger story_waits after insert on read_model_rebuild_step
                    for each row execute function story_waits();
                """.formatted(steps));
        return new WaitingSteps(lodestone);
    }

    @Override
    public void close() throws SQLException {
        run(lodestone, "drop function story_waits cascade");
    }

    private static void run(Lodestone lodestone, String sql) throws SQLException {
        try (var connection = Databases.connect(lodestone, Service.QUERY);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
