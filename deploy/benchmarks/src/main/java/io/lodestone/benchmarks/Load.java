package io.lodestone.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Clients at work, each on a thread and a connection of its own. */
final class Load {

    /** As pgbench was run with. */
    static final int CLIENTS = 16;

    private static final long LATENCY_SECONDS_MAX = 60;

    private Load() {}

    /** One client; its connection is opened when it is made and closed at the end. */
    interface Client extends AutoCloseable {

        /** One operation, done when this returns. */
        void act() throws Exception;
    }

    /** Every client acts again as soon as it has done: operations per second over {@code window}. */
    static double closed(Duration window, Callable<? extends Client> clients) throws Exception {
        var done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + window.toNanos();
        together(clients, client -> {
            while (System.nanoTime() < end) {
                client.act();
                done.incrementAndGet();
            }
        });
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    /**
     * Operations begin at intended times, {@code perSecond} of them, however long others take; a client that is late does
     * not wait.
     */
    static void open(Duration window, double perSecond, Callable<? extends Client> clients) throws Exception {
        var unused = latencies(window, perSecond, clients);
    }

    /** As {@link #open}; nanoseconds from each intended begin to the end. */
    static Histogram latencies(Duration window, double perSecond, Callable<? extends Client> clients) throws Exception {
        long operations = (long) (perSecond * window.toMillis() / 1000);
        var drawn = new AtomicLong();
        var taken = new ConcurrentHistogram(LATENCY_SECONDS_MAX * 1_000_000_000L, 3);
        taken.setAutoResize(true);
        long begin = System.nanoTime();
        together(clients, client -> {
            for (long i = drawn.getAndIncrement(); i < operations; i = drawn.getAndIncrement()) {
                long intended = begin + (long) (i * 1e9 / perSecond);
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                client.act();
                taken.recordValue(System.nanoTime() - intended);
            }
        });
        return taken;
    }

    private interface Work {
        void of(Client client) throws Exception;
    }

    private static void together(Callable<? extends Client> clients, Work work) throws Exception {
        var working = new ArrayList<Future<?>>();
        var ready = new ArrayList<Client>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                ready.add(clients.call());
            }
            for (var client : ready) {
                working.add(threads.submit(() -> {
                    work.of(client);
                    return null;
                }));
            }
            for (var one : working) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            for (var client : ready) {
                client.close();
            }
        }
    }

    /** A client that proposes deals over HTTP. */
    static final class Proposer implements Client {

        private final HttpConnection connection;
        private final Proposals proposals;

        Proposer(java.net.URI deals, Proposals proposals) throws java.io.IOException {
            connection = new HttpConnection(deals);
            this.proposals = proposals;
        }

        @Override
        public void act() throws Exception {
            Proposals.dealOf(connection.send(proposals.next()));
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }
}
