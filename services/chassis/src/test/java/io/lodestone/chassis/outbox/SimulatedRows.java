package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxTable.Written;
import io.lodestone.chassis.outbox.SimulatedServer.Session;
import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import io.lodestone.chassis.simulation.Stage;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What {@link OutboxSession} asks the server, and what the server answers; each question is a transaction of its own. */
class SimulatedRows implements OutboxRows {

    final SimulatedServer server;
    final Session session;
    final Stage stage;
    final int pageRows;
    private long epoch;

    SimulatedRows(SimulatedServer server, Session session, Stage stage, int pageRows) {
        this.server = server;
        this.session = session;
        this.stage = stage;
        this.pageRows = pageRows;
    }

    @Override
    public Progress lead() {
        var progress = change(() -> {
            epoch = ++server.outbox.epoch;
            server.outbox.leads++;
            return server.outbox.progress;
        });
        stage.say("leads, epoch %d, from %s", epoch, told(progress));
        stage.mark("a relay takes the lead");
        return progress;
    }

    @Override
    public Look look(Snapshot sent) {
        return ask(() -> {
            checkEpoch();
            var seen = Seen.of(sent);
            var first =
                    rows(row -> !seen.sees(row.xid())).mapToLong(Written::seq).min();
            var now = server.cluster.snapshot();
            stage.say("looks: %s sees %s", now.text(), first.isPresent() ? "more" : "no more");
            return new Look(now, first);
        });
    }

    void checkEpoch() {
        if (!leads()) {
            throw overtaken();
        }
    }

    private Overtaken overtaken() {
        stage.mark("a relay is overtaken");
        return new Overtaken();
    }

    boolean leads() {
        return server.outbox.epoch == epoch;
    }

    @Override
    public Page page(Progress progress) {
        return ask(() -> {
            var sent = Seen.of(progress.sent());
            var upto = Seen.of(Objects.requireNonNull(progress.upto()));
            return page(row -> row.seq() > progress.seq() && !sent.sees(row.xid()) && upto.sees(row.xid()));
        });
    }

    Page page(Predicate<Written> which) {
        return page(which, Comparator.comparingLong(Written::seq));
    }

    Page page(Predicate<Written> which, Comparator<Written> order) {
        var rows = rows(which)
                .sorted(order)
                .limit(pageRows)
                .map(row -> new Row(row.seq(), row.fact()))
                .toList();
        if (rows.size() > 1 && stage.chance().oneIn(5)) { // more characters than a page holds
            rows = rows.subList(0, stage.chance().between(1, rows.size() - 1));
            return new Page(rows, false);
        }
        return new Page(rows, rows.size() < pageRows);
    }

    final Stream<Written> rows(Predicate<Written> which) {
        return server.outbox.rows().stream().filter(which);
    }

    @Override
    public void store(Progress progress) {
        boolean stored = change(() -> {
            if (!leads()) {
                return false;
            }
            checkGrows(progress);
            server.outbox.progress = progress;
            return true;
        });
        if (!stored) {
            throw overtaken();
        }
        stage.say("stored %s", told(progress));
    }

    void checkGrows(Progress stored) {
        var was = OutboxTable.sent(server.outbox.progress);
        var is = OutboxTable.sent(stored);
        var unsent = rows(was.and(is.negate())).map(Written::seq).toList();
        if (!unsent.isEmpty()) {
            throw new Broken(Invariant.PROGRESS_ONLY_GROWS, unsent + " were stored as sent, and are no longer");
        }
    }

    final <T> T ask(Supplier<T> question) {
        stage.gap();
        server.begin(session);
        var answer = question.get();
        stage.gap();
        server.commit(session);
        stage.gap();
        return answer;
    }

    /** The relay's row is locked from the statement on, so what it does may as well happen at the commit. */
    private <T> T change(Supplier<T> statement) {
        stage.gap();
        server.begin(session);
        server.writeRelayRow(session);
        stage.gap();
        server.commit(session);
        var answer = statement.get();
        stage.gap();
        return answer;
    }

    private static Supplier<String> told(Progress progress) {
        return () -> "sent=%s upto=%s seq=%d"
                .formatted(
                        progress.sent().text(),
                        progress.upto() == null ? "-" : progress.upto().text(),
                        progress.seq());
    }
}
