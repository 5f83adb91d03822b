package io.lodestone.stories.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Published;
import io.lodestone.stories.invariants.Evidence.Subject;
import io.lodestone.stories.invariants.Operation.Attempt;
import java.util.List;

/** Pieces of evidence to plant violations in, all about one deal. */
final class Planted {

    static final String DEALS = "lodestone.deals";
    static final Subject DEAL = new Subject(DEALS, "a");

    private Planted() {}

    static Committed committed(long version, String trace) {
        return committed(DEAL, version, trace);
    }

    static Committed committed(Subject subject, long version, String trace) {
        return new Committed(subject, version, "id-" + version, "io.lodestone.deals.deal-signed.v1", trace);
    }

    static Published published(long offset, long version) {
        return new Published(DEAL, 0, offset, version, "id-" + version);
    }

    static Attempt attempt(int status, long version) {
        return new Attempt(10, status, version);
    }

    static Operation operation(String trace, Attempt... attempts) {
        return new Operation(DEALS, trace, "sign", true, List.of(attempts));
    }

    static void assertCaught(List<Violation> violations, String invariant, String what) {
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.invariant()).isEqualTo(invariant);
            assertThat(violation.what()).contains(what);
        });
    }
}
