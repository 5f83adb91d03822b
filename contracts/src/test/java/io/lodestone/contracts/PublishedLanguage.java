package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.exposure.ExposureEvent;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.contracts.stockpiles.StockpileEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every fact there is, and where its schema and example stand. */
final class PublishedLanguage {

    static final Path HOME = Path.of(System.getProperty("lodestone.home", ".."), "contracts");

    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    static {
        JSON.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    }

    private PublishedLanguage() {}

    static List<Topic<? extends Event>> topics() {
        return List.of(
                DealsFact.DEALS,
                OfftakeEvent.OFFTAKES,
                ProjectEvent.PROJECTS,
                StockpileEvent.STOCKPILES,
                LimitEvent.LIMITS,
                ExposureEvent.EXPOSURE);
    }

    static Stream<Fact> facts() {
        return topics().stream()
                .flatMap(topic -> topic.classes().stream().map(type -> new Fact(topic, type)))
                .sorted(Comparator.comparing(Fact::type));
    }

    /** {@code deals} for the topic {@code lodestone.deals}. */
    static String shortName(Topic<?> topic) {
        return topic.name().substring("lodestone.".length());
    }

    static List<Fact> factsOf(Topic<?> topic) {
        return facts().filter(fact -> fact.topic().equals(topic)).toList();
    }

    /** One kind of fact. */
    record Fact(Topic<? extends Event> topic, Class<? extends Event> record) {

        String type() {
            return record.getAnnotation(EventType.class).value();
        }

        /** The sealed interface it belongs to. */
        Class<?> family() {
            return record.getInterfaces()[0];
        }

        /** For example {@code deals/deal-approved.v1}. */
        String path() {
            return type().substring("io.lodestone.".length()).replaceFirst("\\.", "/");
        }

        Path schema() {
            return HOME.resolve("events/" + path() + ".schema.json");
        }

        Path example() {
            return HOME.resolve("examples/" + path() + ".json");
        }

        @Override
        public String toString() {
            return path();
        }
    }

    static List<Path> filesUnder(String folder, String ending) throws IOException {
        try (var files = Files.walk(HOME.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** True when a person asked for the files to be written: {@code mvn -pl contracts test -Dlodestone.write=true}. */
    static boolean writing() {
        return Boolean.getBoolean("lodestone.write");
    }
}
