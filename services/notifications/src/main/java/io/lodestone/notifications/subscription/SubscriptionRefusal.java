package io.lodestone.notifications.subscription;

import java.util.UUID;

/** Every reason to say no. */
public abstract sealed class SubscriptionRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SubscriptionRefusal(String detail) {
        super(detail);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** There is none, or it belongs to somebody else: the caller cannot tell which. */
    public static final class NoSuchSubscription extends SubscriptionRefusal {

        private static final long serialVersionUID = 1L;

        public NoSuchSubscription(UUID id) {
            super("You have no subscription " + id + ".");
        }
    }

    /** Nothing is sent while it is paused or disabled. */
    public static final class NotActive extends SubscriptionRefusal {

        private static final long serialVersionUID = 1L;

        NotActive(SubscriptionStatus status) {
            super("The subscription is " + status + ". Set its status to ACTIVE first.");
        }
    }

    /** The owner has as many as anybody may have. */
    public static final class TooMany extends SubscriptionRefusal {

        private static final long serialVersionUID = 1L;

        public TooMany(int max) {
            super("You have " + max + " subscriptions, the most there may be. Delete one first.");
        }
    }
}
