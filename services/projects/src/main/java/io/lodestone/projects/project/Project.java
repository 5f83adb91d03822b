package io.lodestone.projects.project;

import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.contracts.projects.ProjectEvent.FundingPosition;
import io.lodestone.contracts.projects.ProjectEvent.FundingPositionChanged;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRegistered;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRevised;
import io.lodestone.contracts.projects.ProjectEvent.ProjectStageChanged;
import io.lodestone.projects.project.ProjectRefusal.IllegalMove;
import io.lodestone.projects.project.ProjectRefusal.NotYet;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A mine, a plant or another supported project. Each verb checks the rules and returns the fact that it caused; version
 * and moment move in {@link #happened} only, from that fact.
 */
@Entity
public class Project {

    /** What the last fact said of the project's money. A record of its own, for the column's sake. */
    public record Position(List<FundingPosition> currencies) {

        static final Position NONE = new Position(List.of());

        public Position {
            currencies = List.copyOf(currencies);
        }
    }

    @Id
    private UUID id;

    private String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectSheet registered;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectSheet sheet;

    @JdbcTypeCode(SqlTypes.JSON)
    private Position position;

    private long version;

    private Instant registeredAt;

    private Instant changedAt;

    protected Project() {} // Hibernate

    private Project(UUID id, ProjectSheet sheet, Instant now) {
        this.id = id;
        this.reference = sheet.reference();
        this.registered = sheet;
        this.sheet = sheet;
        this.position = Position.NONE;
        this.registeredAt = now;
        this.changedAt = now;
    }

    /** A project that no fact was told of yet: follow with {@link #register}. */
    public static Project of(UUID id, ProjectSheet sheet, Instant now) {
        return new Project(id, sheet, now);
    }

    /** The first fact. @throws NotYet when the sheet takes effect in the future */
    public ProjectRegistered register(Instant now) {
        var effectiveOn = day(sheet.effectiveOn(), now);
        return happened(new ProjectRegistered(id, version + 1, now, effectiveOn, sheet.profile()));
    }

    /** Empty when nothing changes. @throws NotYet when the revision takes effect in the future */
    public Optional<ProjectRevised> revise(Revision revision, Instant now) {
        var effectiveOn = day(revision.effectiveOn(), now);
        var after = revision.of(sheet);
        if (after.equals(sheet)) {
            return Optional.empty();
        }
        sheet = after;
        return Optional.of(happened(new ProjectRevised(id, version + 1, now, effectiveOn, sheet.profile())));
    }

    /** @throws IllegalMove when the lifecycle does not allow it */
    public ProjectStageChanged moveTo(Move move, Instant now) {
        var effectiveOn = day(move.effectiveOn(), now);
        var from = sheet.stage();
        if (!from.next().contains(move.stage())) {
            throw new IllegalMove(from, move.stage());
        }
        sheet = sheet.at(move.stage());
        return happened(new ProjectStageChanged(
                id, version + 1, now, effectiveOn, sheet.profile(), from.name(), move.reason()));
    }

    /**
     * Takes note of what the project's deals promise now; empty when that is no news. RESTRICTED support is left out:
     * the fact is for everybody.
     */
    public Optional<FundingPositionChanged> fund(List<Support> supports, LocalDate effectiveOn, Instant now) {
        var open = supports.stream()
                .filter(support -> !support.releaseClass().equals("RESTRICTED"))
                .toList();
        var after = new Position(Funding.positions(open, sheet.capex()));
        if (after.equals(position)) {
            return Optional.empty();
        }
        position = after;
        return Optional.of(happened(
                new FundingPositionChanged(id, version + 1, now, effectiveOn, sheet.profile(), position.currencies())));
    }

    /**
     * The fields in which {@code line} says something else than this project, as it was registered or as it stands now:
     * a file that was imported once stays importable after a revision.
     */
    public List<String> differences(ProjectSheet line) {
        return SheetDifferences.of(line, registered, sheet);
    }

    private static LocalDate day(@Nullable LocalDate asked, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (asked != null && asked.isAfter(today)) {
            throw new NotYet(asked, today);
        }
        return asked == null ? today : asked;
    }

    private <E extends ProjectEvent> E happened(E event) {
        version = event.version();
        changedAt = event.at();
        return event;
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public ProjectSheet sheet() {
        return sheet;
    }

    public Stage stage() {
        return sheet.stage();
    }

    public Position position() {
        return position;
    }

    public long version() {
        return version;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
