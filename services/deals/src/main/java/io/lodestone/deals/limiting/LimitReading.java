package io.lodestone.deals.limiting;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.deals.limit.Limit;
import io.lodestone.deals.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits and their use, as the caller may see it. */
@ApplicationScoped
class LimitReading {

    private static final UUID FIRST = new UUID(0, 0);

    private final Limits limits;
    private final SeenUse use;
    private final Caller caller;
    private final Clock clock;

    LimitReading(Limits limits, SeenUse use, Caller caller, Clock clock) {
        this.limits = limits;
        this.use = use;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is asked for; a part that is null asks for nothing.
     *
     * @param agency limits that it set, or that count its deals and no others
     */
    record Filter(
            @Nullable String agency,
            @Nullable String effect,
            @Nullable String key) {

        boolean admits(Limit limit) {
            var terms = limit.terms();
            return (agency == null
                            || agency.equals(limit.owner())
                            || terms.scope().isWithin(agency))
                    && (effect == null || effect.equals(terms.effect().name()))
                    && (key == null || key.equals(terms.key()));
        }
    }

    /** There are hundreds of limits, not thousands: they are looked through. */
    @Transactional
    public Page<LimitView> list(Filter filter, PageRequest page) {
        var after = page.after().orElse(FIRST).toString();
        var found = limits.list("order by id").stream()
                .filter(limit -> limit.id().toString().compareTo(after) > 0)
                .filter(filter::admits)
                .limit(page.limit() + 1L)
                .toList();
        var gauges = found.stream().map(limits::gaugeOf).toList();
        var uses = use.uses(gauges, caller.sight(), LocalDate.now(clock));
        var views = new ArrayList<LimitView>();
        for (int i = 0; i < found.size(); i++) {
            var gauge = gauges.get(i);
            views.add(LimitView.of(gauge, found.get(i).version(), uses.getOrDefault(gauge.id(), List.of()), null));
        }
        return Page.of(views, page, LimitView::id);
    }

    /** @throws io.lodestone.deals.limit.LimitRefusal.NoSuchLimit when there is none */
    @Transactional
    public LimitView read(UUID id) {
        return view(limits.read(id));
    }

    LimitView view(Limit limit) {
        var gauge = limits.gaugeOf(limit);
        var uses = use.uses(List.of(gauge), caller.sight(), LocalDate.now(clock));
        return LimitView.of(
                gauge, limit.version(), uses.getOrDefault(limit.id(), List.of()), use.uncounted(gauge, caller.sight()));
    }

    @Transactional
    public Page<Contributor> contributors(UUID id, @Nullable String bucket, PageRequest page) {
        var gauge = limits.gaugeOf(limits.read(id));
        var found = use.contributors(gauge, bucket, caller.sight(), page.after().orElse(FIRST), page.limit() + 1);
        return Page.of(found, page, Contributor::dealId);
    }
}
