package io.lodestone.notifications.known;

import io.lodestone.contracts.InvalidValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Which addresses a webhook may go to. Asked when somebody subscribes, and again before each attempt. */
@ApplicationScoped
public class SinkAddresses {

    private static final int LENGTH_MAX = 2000;

    private final WebhookConfig config;

    SinkAddresses(WebhookConfig config) {
        this.config = config;
    }

    /** @throws InvalidValue naming {@code url} when no webhook may go there */
    public URI check(String url) {
        var sink = parse(url);
        refusal(sink).ifPresent(why -> {
            throw new InvalidValue("url", why);
        });
        return sink;
    }

    /** Why nothing may be sent there now, or empty. All addresses of the host must be public. */
    public Optional<String> refusal(URI sink) {
        if (config.privateAddresses()) {
            return Optional.empty();
        }
        try {
            var addresses = InetAddress.getAllByName(sink.getHost());
            return Arrays.stream(addresses).anyMatch(PrivateAddress::is)
                    ? Optional.of("must not lead to a private address")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("names a host that is not known");
        }
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && url.length() <= LENGTH_MAX) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, with what is wrong in other ways
        }
        throw new InvalidValue(
                "url",
                "must be a complete http or https address without user and fragment, at most " + LENGTH_MAX
                        + " characters");
    }
}
