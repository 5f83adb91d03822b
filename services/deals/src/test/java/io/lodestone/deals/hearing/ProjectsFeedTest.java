package io.lodestone.deals.hearing;

import static io.lodestone.contracts.ReleaseClass.PUBLIC;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.deals.DealEvent.ConditionReopened;
import io.lodestone.contracts.deals.DealEvent.ConditionSatisfied;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.contracts.projects.ProjectEvent.PermitStatusChanged;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRegistered;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.RememberedDeals;
import io.lodestone.deals.known.KnownPermits;
import io.lodestone.deals.known.Remembered;
import io.lodestone.deals.offtake.RememberedOfftakes;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FeedContract;
import io.lodestone.testing.FixedClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions follow the permits they name. */
class ProjectsFeedTest implements FeedContract<ProjectEvent> {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private static final UUID ELSEWHERE = new UUID(0, 99);

    private RememberedDeals deals = new RememberedDeals();
    private KnownPermits permits = Remembered.permits();
    private FakeOutbox outbox = new FakeOutbox();
    private SomeLoans loan = SomeLoans.in(deals, new UUID(0, 2), "G", PUBLIC);

    @BeforeEach
    @Override
    public void forget() {
        deals = new RememberedDeals();
        permits = Remembered.permits();
        outbox = new FakeOutbox();
        loan = SomeLoans.in(deals, new UUID(0, 2), "G", PUBLIC, naming("water"), naming("air"))
                .approved();
    }

    @Override
    public Topic<ProjectEvent> topic() {
        return PROJECTS;
    }

    @Override
    public Feed<ProjectEvent> feed() {
        var conditions = new LinkedConditions(
                deals, new RememberedOfftakes(), permits, outbox, FixedClock.at("2026-03-01T12:00:00Z"));
        return new TestFeed<>(topic(), heard -> ProjectsFeed.follow(heard, conditions));
    }

    @Override
    public List<ProjectEvent> story() {
        return List.of(
                registered(ELSEWHERE),
                registered(SomeLoans.PROJECT),
                permit(ELSEWHERE, 2, "air", "GRANTED"),
                permit(SomeLoans.PROJECT, 2, "water", "GRANTED"),
                permit(SomeLoans.PROJECT, 3, "air", "CHALLENGED"));
    }

    @Override
    public Object state() {
        return List.of(loan.deal().offer().conditions(), loan.deal().version());
    }

    @Test
    void aGrantedPermitOfTheDealsOwnProjectSatisfies() {
        hear(story());
        assertThat(outbox.only(ConditionSatisfied.class).key()).isEqualTo("water");
    }

    @Test
    void aRevokedPermitOpensTheConditionAgain() {
        hear(story());
        outbox.clear();
        hear(List.of(permit(SomeLoans.PROJECT, 4, "water", "REVOKED")));
        var fact = outbox.only(ConditionReopened.class);
        assertThat(fact.key()).isEqualTo("water");
        assertThat(fact.reason()).isEqualTo("permit water is REVOKED");
    }

    private static ProjectEvent registered(UUID project) {
        return new ProjectRegistered(project, 1, NOON, DAY, profile());
    }

    private static ProjectEvent permit(UUID project, long version, String key, String status) {
        return new PermitStatusChanged(project, version, NOON, DAY, profile(), key, status, "IN_PROGRESS");
    }

    private static ProjectProfile profile() {
        return new ProjectProfile(
                "PRJ-1",
                "A mine",
                "BR",
                null,
                List.of(new Weight("LITHIUM", Share.WHOLE)),
                List.of(new Weight("MINING", Share.WHOLE)),
                null,
                "FINANCING");
    }

    private static Condition naming(String permit) {
        return new Condition(permit, Condition.Kind.PERMIT, "a permit", permit, null, null);
    }
}
