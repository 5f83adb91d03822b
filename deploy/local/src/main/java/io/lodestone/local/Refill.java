package io.lodestone.local;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the relays send again what they sent before: a broker has lost a topic. */
@Command(
        name = "refill",
        sortOptions = false,
        description = {
            "Send again all facts recorded since a moment, in order, after a topic was lost.",
            "Readers step over the versions they know. Services keep sent facts 7 days unless set otherwise."
        })
final class Refill implements Runnable {

    @Mixin
    private Main.Which which = new Main.Which();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            description = "A day (2026-11-24, from its beginning in UTC) or a moment (2026-11-24T10:00:00Z).")
    private String from = "";

    @Option(names = "--service", paramLabel = "S", description = "Only this service's facts (default: all services').")
    private @Nullable String service;

    private final Clock clock;

    Refill() {
        this(Clock.systemUTC());
    }

    Refill(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        var since = moment(from);
        if (since.isAfter(clock.instant())) {
            throw new Trouble("--from " + from + " lies in the future: nothing has been recorded since.");
        }
        var services = services();
        var state = which.state();
        var platform = new Platform(state, new Progress(System.out));
        var postgres = platform.find("postgres")
                .map(process -> PostgresServer.of(process, state.home().resolve("postgres"), platform.postgresPort()))
                .orElseThrow(() -> new Trouble("The platform does not run: start it with ./lodestone up."));
        services.forEach(name -> new KeptFacts(postgres, name).mustReachBackTo(since));
        for (var name : services) {
            refill(new KeptFacts(postgres, name), since);
        }
        System.out.println("The relays send them now, oldest first. Readers step over the versions they know.");
    }

    private static void refill(KeptFacts facts, Instant since) {
        boolean relayed = facts.hasRelay();
        System.out.println(String.format(
                Locale.ROOT,
                "%-14s %,10d facts go again%s",
                facts.service(),
                facts.sendAgain(since),
                relayed ? "" : "; its relay does not run: they go when it does"));
    }

    private List<String> services() {
        var all = Arrays.stream(Service.values()).map(Service::title).toList();
        if (service == null) {
            return all;
        }
        if (!all.contains(service)) {
            throw new Trouble("There is no service " + service + "; there are " + String.join(", ", all) + ".");
        }
        return List.of(service);
    }

    /** @throws Trouble when it is neither a day nor a moment */
    static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Trouble(
                    "--from " + text + " is no moment: write a day (2026-11-24) or a moment (2026-11-24T10:00:00Z).",
                    e);
        }
    }
}
