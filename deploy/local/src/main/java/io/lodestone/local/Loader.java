package io.lodestone.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Loads the real data of {@code deploy/data} through the public import endpoints, as the agencies themselves would: one
 * request per agency, with a token of that agency. Importing twice changes nothing.
 */
public final class Loader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(20);

    private final Path data;
    private final SigningKey key;
    private final Function<Service, URI> addresses;
    private final Progress progress;

    /**
     * @param data      the folder of the NDJSON files
     * @param key       the key whose tokens the services believe
     * @param addresses where each service answers
     */
    public Loader(Path data, SigningKey key, Function<Service, URI> addresses, Progress progress) {
        this.data = data;
        this.key = key;
        this.addresses = addresses;
        this.progress = progress;
    }

    /** What became of the lines of one file. */
    public record Loaded(long created, long updated, long unchanged, List<String> refused) {

        Loaded plus(Loaded other) {
            var all = new ArrayList<>(refused);
            all.addAll(other.refused);
            return new Loaded(created + other.created, updated + other.updated, unchanged + other.unchanged, all);
        }

        long taken() {
            return created + updated + unchanged;
        }
    }

    /** @throws Trouble when a service does not answer; refused lines are told and do not stop the rest */
    public void load() {
        file("projects", Service.PROJECTS, "/v1/projects/imports", Loader::asRegistrar);
        var deals = file("deals", Service.DEALS, "/v1/deals/imports", Loader::byAgency);
        file("offtakes", Service.DEALS, "/v1/offtakes/imports", Loader::byAgency);
        file("packages", Service.DEALS, "/v1/packages/imports", Loader::byAgency);
        file("supply-figures", Service.QUERY, "/v1/supply/figures/imports", Loader::asOperator);
        progress.step("the query service has heard of " + deals.taken() + " deals", () -> awaitQuery(deals.taken()));
    }

    /** Who sends which lines: the claims of a token, and what is sent with it. */
    private record Part(Map<String, Object> claims, List<String> lines) {}

    private static List<Part> asRegistrar(List<String> lines) {
        return List.of(new Part(Map.of("sub", "loader", "groups", List.of("project-registrar")), lines));
    }

    private static List<Part> asOperator(List<String> lines) {
        return List.of(new Part(Map.of("sub", "loader", "groups", List.of("operator")), lines));
    }

    private Loaded file(String name, Service service, String path, Function<List<String>, List<Part>> parts) {
        var lines = lines(data.resolve(name + ".ndjson"));
        var total = new Loaded[] {new Loaded(0, 0, 0, List.of())};
        progress.step(name + ": " + lines.size() + " lines", () -> {
            parts.apply(lines).forEach(part -> total[0] = total[0].plus(send(service, path, part)));
        });
        var loaded = total[0];
        progress.say("           " + loaded.created + " created, " + loaded.updated + " updated, " + loaded.unchanged
                + " unchanged, " + loaded.refused.size() + " refused");
        loaded.refused.forEach(refused -> progress.say("           refused: " + refused));
        return loaded;
    }

    private Loaded send(Service service, String path, Part part) {
        var lines = part.lines();
        var token = key.token(part.claims(), Duration.ofMinutes(10));
        var answer = Http.postLines(addresses.apply(service), path, token, String.join("\n", lines) + "\n");
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != 200) {
                throw new Trouble("Loading through " + path + " was refused: "
                        + reader.lines().limit(20).toList());
            }
            return read(reader, lines);
        } catch (IOException e) {
            throw new Trouble("Loading through " + path + " broke off: " + e.getMessage(), e);
        }
    }

    private static Loaded read(BufferedReader answers, List<String> lines) throws IOException {
        var refused = new ArrayList<String>();
        JsonNode summary = JSON.missingNode();
        for (var text = answers.readLine(); text != null; text = answers.readLine()) {
            var answer = JSON.readTree(text);
            if (answer.path("done").asBoolean()) {
                summary = answer;
            } else if (answer.path("status").asText().equals("refused")) {
                var line = JSON.readTree(lines.get(answer.path("line").asInt() - 1));
                refused.add(line.path("reference").asText() + ": "
                        + answer.path("problem").path("detail").asText());
            }
        }
        if (summary.isMissingNode()) {
            throw new IOException("the answer has no last line");
        }
        return new Loaded(
                summary.path("created").asLong(),
                summary.path("updated").asLong(),
                summary.path("unchanged").asLong(),
                refused);
    }

    /** The deals are known to query when it counts as many as were loaded. */
    private void awaitQuery(long deals) {
        var token = key.token(
                Map.of("sub", "loader", "groups", List.of("analyst"), "clearance", "restricted"),
                Duration.ofMinutes(5));
        boolean there = Waiting.within(CAUGHT_UP_WITHIN, () -> {
            var answer = Http.get(addresses.apply(Service.QUERY), "/v1/exposure?by=agency", token);
            return answer.statusCode() == 200 && dealsIn(answer.body()) >= deals;
        });
        if (!there) {
            progress.say(
                    "  The query service has not heard everything yet; it goes on. Look at /v1/exposure again soon.");
        }
    }

    private static long dealsIn(String exposure) {
        try {
            return JSON.readTree(exposure).path("total").path("deals").asLong();
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<Part> byAgency(List<String> lines) {
        var byAgency = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            try {
                byAgency.computeIfAbsent(JSON.readTree(line).path("agency").asText(), agency -> new ArrayList<>())
                        .add(line);
            } catch (IOException e) {
                throw new Trouble("A line of the data is not JSON: " + line, e);
            }
        }
        var roles = List.of("deal-officer", "deal-approver");
        return byAgency.entrySet().stream()
                .map(part ->
                        new Part(Map.of("sub", "loader", "groups", roles, "agency", part.getKey()), part.getValue()))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new Trouble("The data file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
