package io.lodestone.contracts.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the projects service tells the world. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ProjectEvent extends Event {

    Topic<ProjectEvent> PROJECTS = Topic.of("lodestone.projects", "projects", ProjectEvent.class);

    /** The project after the fact; flat in the data. */
    @JsonUnwrapped
    ProjectProfile project();

    /** A project is known from now on. */
    @EventType("io.lodestone.projects.project-registered.v1")
    record ProjectRegistered(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped ProjectProfile project) implements ProjectEvent {}

    /** Name, country, minerals, segments or capital need changed. */
    @EventType("io.lodestone.projects.project-revised.v1")
    record ProjectRevised(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped ProjectProfile project) implements ProjectEvent {}

    /** The project moved to another stage. */
    @EventType("io.lodestone.projects.project-stage-changed.v1")
    record ProjectStageChanged(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped ProjectProfile project,
            String previousStage,
            @Nullable String reason)
            implements ProjectEvent {}

    /** A permit moved: NOT_STARTED, IN_PROGRESS, GRANTED, DENIED, CHALLENGED or REVOKED. */
    @EventType("io.lodestone.projects.permit-status-changed.v1")
    record PermitStatusChanged(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped ProjectProfile project,
            String key,
            String status,
            String previousStatus)
            implements ProjectEvent {}

    /**
     * What the project's deals promise changed. Amounts of one currency each; gap is capex less signed, null when the
     * capital need is not known in that currency.
     */
    @EventType("io.lodestone.projects.funding-position-changed.v1")
    record FundingPositionChanged(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped ProjectProfile project,
            List<FundingPosition> positions)
            implements ProjectEvent {}

    /**
     * @param pipeline   offers before approval
     * @param authorized approved, not signed
     * @param signed     committed less cancelled, and contingent cover
     * @param gap        capital need less signed; zero when covered
     * @param overSubscribed all offers together exceed the capital need
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FundingPosition(
            Money pipeline,
            Money authorized,
            Money signed,
            @Nullable Money gap,
            boolean overSubscribed) {}
}
