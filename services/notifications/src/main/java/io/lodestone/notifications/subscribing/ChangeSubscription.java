package io.lodestone.notifications.subscribing;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.notifications.subscription.Filters;
import io.lodestone.notifications.subscription.SubscriptionStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is missing stays as it is. */
public record ChangeSubscription(
        @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String name,

        @Nullable List<Map<String, Object>> filters,
        @Nullable SubscriptionStatus status) {

    /** @throws InvalidValue when a filter is wrong, or the status is one that only we set */
    public ChangeSubscription {
        if (status == SubscriptionStatus.DISABLED) {
            throw new InvalidValue("status", "can be set to ACTIVE or PAUSED");
        }
        if (filters != null) {
            filters = new Filters(filters).all();
        }
    }

    @Nullable
    Filters wanted() {
        return filters == null ? null : new Filters(filters);
    }
}
