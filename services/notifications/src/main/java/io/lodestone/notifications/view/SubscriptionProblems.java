package io.lodestone.notifications.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.notifications.subscription.SubscriptionRefusal;
import io.lodestone.notifications.subscription.SubscriptionRefusal.NoSuchSubscription;
import io.lodestone.notifications.subscription.SubscriptionRefusal.NotActive;
import io.lodestone.notifications.subscription.SubscriptionRefusal.TooMany;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class SubscriptionProblems implements ExceptionMapper<SubscriptionRefusal> {

    @Override
    public Response toResponse(SubscriptionRefusal refusal) {
        var problem =
                switch (refusal) {
                    case NoSuchSubscription r -> Problem.of(404, "not-found", r.detail());
                    case NotActive r -> Problem.of(409, "not-active", r.detail());
                    case TooMany r -> Problem.of(409, "too-many-subscriptions", r.detail());
                };
        return problem.toResponse();
    }
}
