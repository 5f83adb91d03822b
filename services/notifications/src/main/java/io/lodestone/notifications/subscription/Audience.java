package io.lodestone.notifications.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner may hear, as its token said when it subscribed.
 *
 * @param classes release classes it may hear of any agency
 * @param agency  its own agency, of which it may hear all
 */
public record Audience(List<String> classes, @Nullable String agency) {

    public Audience {
        classes = List.copyOf(classes);
    }

    /** @param owner the agency the fact belongs to, if it says so; a release class we do not know is heard by it only */
    public boolean mayHear(String releaseClass, @Nullable String owner) {
        return classes.contains(releaseClass) || (agency != null && agency.equals(owner));
    }
}
