package io.lodestone.stories;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Service;
import io.lodestone.stories.invariants.ClientInvariants;
import io.lodestone.stories.invariants.Evidence.Asked;
import io.lodestone.stories.invariants.Evidence.Balance;
import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Heard;
import io.lodestone.stories.invariants.Evidence.Hearing;
import io.lodestone.stories.invariants.Evidence.Ledger;
import io.lodestone.stories.invariants.Evidence.Movement;
import io.lodestone.stories.invariants.Evidence.Posting;
import io.lodestone.stories.invariants.Evidence.Subject;
import io.lodestone.stories.invariants.Evidence.Told;
import io.lodestone.stories.invariants.Evidence.Window;
import io.lodestone.stories.invariants.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;

/** Collects what a run left in the databases, on the topics and for clients to read, once it is calm. */
final class Collector {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lodestone lodestone;
    private final Databases databases;

    Collector(Lodestone lodestone, Databases databases) {
        this.lodestone = lodestone;
        this.databases = databases;
    }

    Told told() throws SQLException {
        var committed = new ArrayList<Committed>();
        var heard = new ArrayList<Heard>();
        for (var service : Service.values()) {
            committed.addAll(databases.read(
                    service,
                    "select topic, subject, version, id, type, traceparent from fact",
                    row -> new Committed(
                            new Subject(row.getString(1), row.getString(2)),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6))));
            heard.addAll(databases.read(
                    service,
                    "select topic, subject, version from feed_subject",
                    row -> new Heard(
                            service.title(), new Subject(row.getString(1), row.getString(2)), row.getLong(3))));
        }
        try (var topics = new Topics(lodestone)) {
            return new Told(committed, topics.all(), hearings(), heard);
        }
    }

    /** With what a client reads of each resource it acted on. */
    Asked asked(List<Operation> operations, List<Committed> committed, List<Window> withoutBroker) {
        var asked = new Asked(operations, Map.of(), withoutBroker);
        var analyst = lodestone.person("ines", "", "analyst");
        var shown = ClientInvariants.subjects(asked, committed).stream()
                .collect(toMap(subject -> subject, subject -> version(analyst, subject)));
        return new Asked(operations, shown, withoutBroker);
    }

    Ledger ledger() throws SQLException {
        return new Ledger(
                databases.read(
                        Service.STOCKPILES,
                        "select stockpile_id, number, previous_digest, digest, postings from movement order by 1, 2",
                        row -> new Movement(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                postings(row.getString(5)))),
                databases.read(
                        Service.STOCKPILES,
                        "select stockpile_id, account, tonnes from balance",
                        row -> new Balance(row.getString(1), row.getString(2), row.getBigDecimal(3))));
    }

    /** As the services' own settings say. */
    private static List<Hearing> hearings() {
        var hearings = new ArrayList<Hearing>();
        for (var service : Service.values()) {
            var settings = new Properties();
            try (var file = Files.newBufferedReader(Lodestone.repository()
                    .resolve("services/" + service.title() + "/src/main/resources/application.properties"))) {
                settings.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            settings.stringPropertyNames().stream()
                    .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                    .forEach(name -> hearings.add(new Hearing(service.title(), settings.getProperty(name))));
        }
        return hearings;
    }

    private static long version(Person analyst, Subject subject) {
        var target = Arrays.stream(Target.values())
                .filter(one -> one.topic().equals(subject.topic()))
                .findFirst()
                .orElseThrow();
        return analyst.read(target.service(), target.path() + "/" + subject.id())
                .getLong("version");
    }

    private static List<Posting> postings(String json) {
        try {
            return StreamSupport.stream(JSON.readTree(json).path("lines").spliterator(), false)
                    .map(Collector::posting)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account's key as the stockpiles service writes it: kind, lot and place. */
    private static Posting posting(JsonNode line) {
        var account = line.path("account");
        var key = account.path("kind").asText();
        for (var part : List.of("lot", "place")) {
            if (account.hasNonNull(part)) {
                key += ":" + account.path(part).asText();
            }
        }
        return new Posting(key, new BigDecimal(line.path("tonnes").asText()));
    }
}
