package io.lodestone.query.fx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rate of any day, from quotes against one base or several. Markets rest on weekends and holidays: the newest quote
 * of the last {@value #QUOTE_AGE_DAYS_MAX} days holds. Two currencies meet over a base that quotes both, the first by name.
 */
public final class Rates {

    /** A week with a holiday on each end. */
    public static final int QUOTE_AGE_DAYS_MAX = 7;

    private final Map<String, Map<String, NavigableMap<LocalDate, Quote>>> byBase = new TreeMap<>();

    public Rates(Collection<Quote> quotes) {
        for (var quote : quotes) {
            byBase.computeIfAbsent(quote.base(), base -> new TreeMap<>())
                    .computeIfAbsent(quote.currency(), currency -> new TreeMap<>())
                    .put(quote.day(), quote);
        }
    }

    /** @throws MissingRate when no base quotes both in the days before */
    public Rate on(LocalDate day, String from, String to) {
        return byBase.keySet().stream()
                .map(base -> over(base, day, from, to))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new MissingRate(from, to, day));
    }

    private Optional<Rate> over(String base, LocalDate day, String from, String to) {
        var down = quote(base, day, from);
        var up = quote(base, day, to);
        if (down == null || up == null) {
            return Optional.empty();
        }
        var sources = new TreeSet<String>();
        for (var quote : new Quote[] {down, up}) {
            if (!quote.source().isEmpty()) {
                sources.add(quote.source());
            }
        }
        var older = down.day().isBefore(up.day()) ? down.day() : up.day();
        return Optional.of(new Rate(from, to, older, up.rate(), down.rate(), sources));
    }

    /** A base is worth one of itself on any day. */
    private @Nullable Quote quote(String base, LocalDate day, String currency) {
        if (currency.equals(base)) {
            return new Quote(base, currency, day, BigDecimal.ONE, "");
        }
        var quotes = byBase.getOrDefault(base, Map.of()).get(currency);
        var newest = quotes == null ? null : quotes.floorEntry(day);
        return newest == null || newest.getKey().isBefore(day.minusDays(QUOTE_AGE_DAYS_MAX)) ? null : newest.getValue();
    }
}
