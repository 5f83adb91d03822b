package io.lodestone.stories;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Evidence.Delivery;
import io.lodestone.stories.invariants.Evidence.Letter;
import io.lodestone.stories.invariants.Evidence.Subscription;
import io.lodestone.stories.invariants.Evidence.Webhooks;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two partners: one is told everything and refuses some letters once, one is told of approvals only. */
final class Receivers implements AutoCloseable {

    /** One letter of so many is refused when it comes for the first time. */
    private static final int REFUSED = 50;

    private final Person partner;
    private final List<Receiver> receivers;
    private final Set<String> forged = ConcurrentHashMap.newKeySet();
    private volatile boolean mended;

    private record Receiver(String subscription, String types, Mailbox mailbox) {}

    Receivers(Lodestone lodestone) {
        partner = lodestone.person("paul", "", "partner");
        receivers = List.of(
                subscribe("", letter -> !mended && letter.id().hashCode() % REFUSED == 0),
                subscribe("io.lodestone.deals.deal-approved.", _ -> false));
    }

    /** From now on every letter is taken: refusing is a fault too, and ends with the others. */
    void mend() {
        mended = true;
    }

    /** Deliveries that are not ended. */
    long waiting(Databases databases) throws SQLException {
        return databases
                .read(
                        Service.NOTIFICATIONS,
                        "select count(*) from delivery where status = 'PENDING' and " + ours(),
                        row -> row.getLong(1))
                .getFirst();
    }

    Webhooks collect(Databases databases) throws SQLException {
        var deliveries = databases.read(
                Service.NOTIFICATIONS,
                "select id, subscription_id, event_id, status, reason from delivery where " + ours(),
                row -> new Delivery(
                        "msg_" + row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Delivery.Status.valueOf(row.getString(4)),
                        Objects.requireNonNullElse(row.getString(5), "")));
        return new Webhooks(
                receivers.stream()
                        .map(one -> new Subscription(one.subscription(), one.types()))
                        .toList(),
                deliveries,
                receivers.stream().flatMap(this::letters).toList());
    }

    @Override
    public String toString() {
        return receivers.stream()
                .map(one -> one.mailbox().letters().size() + " letters taken and "
                        + one.mailbox().refused() + " refused once")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        for (var one : receivers) {
            partner.ask(Service.NOTIFICATIONS)
                    .header("If-Match", "*")
                    .delete("/v1/subscriptions/" + one.subscription());
            one.mailbox().close();
        }
    }

    /** Signatures are checked when letters come: an old one is no good. */
    private Receiver subscribe(String types, Predicate<Mailbox.Letter> refusing) {
        var secret = new CompletableFuture<String>();
        var mailbox = new Mailbox(letter -> {
            if (!letter.isSignedWith(secret.join())) {
                forged.add(letter.id());
            }
            return refusing.test(letter);
        });
        var filters = types.isEmpty() ? List.of() : List.of(Map.of("prefix", Map.of("type", types)));
        var made = partner.create(
                Service.NOTIFICATIONS,
                "/v1/subscriptions",
                Map.of(
                        "name",
                        "under faults",
                        "sink",
                        Map.of("kind", "WEBHOOK", "url", mailbox.url()),
                        "filters",
                        filters));
        secret.complete(made.getString("secret"));
        return new Receiver(made.getString("id"), types, mailbox);
    }

    private String ours() {
        return receivers.stream()
                .map(one -> "'" + one.subscription() + "'")
                .collect(Collectors.joining(", ", "subscription_id in (", ")"));
    }

    private Stream<Letter> letters(Receiver receiver) {
        return receiver.mailbox().letters().stream()
                .map(letter ->
                        new Letter(letter.id(), letter.event().path("id").asText(), !forged.contains(letter.id())));
    }
}
