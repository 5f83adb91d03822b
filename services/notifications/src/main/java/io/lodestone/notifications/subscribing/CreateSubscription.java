package io.lodestone.notifications.subscribing;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.notifications.subscription.Filters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param filters all must match; missing or empty means everything */
public record CreateSubscription(
        @NotBlank @Size(max = 200) String name,
        @Valid @NotNull Sink sink,
        @Nullable List<Map<String, Object>> filters,
        @Nullable Object digest) {

    /** @throws InvalidValue when a filter is wrong, or a digest is asked for, which comes later */
    public CreateSubscription {
        if (digest != null) {
            throw new InvalidValue("digest", "comes later; leave it out");
        }
        filters = new Filters(filters == null ? List.of() : filters).all();
    }

    Filters wanted() {
        return new Filters(filters == null ? List.of() : filters);
    }

    /** The kinds the contract knows. */
    public enum Kind {
        WEBHOOK,
        EMAIL,
        INBOX
    }

    public record Sink(
            @NotNull Kind kind,
            @NotBlank String url,
            @Nullable String address) {

        /** @throws InvalidValue for a kind that comes later */
        public Sink {
            if (kind != null && kind != Kind.WEBHOOK) {
                throw new InvalidValue("kind", kind + " comes later; possible now: WEBHOOK");
            }
            if (address != null) {
                throw new InvalidValue("address", "does not belong to a WEBHOOK, which has a url");
            }
        }
    }
}
