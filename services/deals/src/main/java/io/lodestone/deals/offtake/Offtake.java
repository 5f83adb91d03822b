package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.OfftakeStatus.NEGOTIATING;

import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAbandoned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAmended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCureExtended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCured;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDelivered;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDisputed;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeFulfilled;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeInForce;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeProposed;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeSigned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeTerminated;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to buy a project's product. What an act leads to is decided in {@link OfftakeDecision}; state changes in
 * {@link #evolve} only, from the fact that comes of it.
 */
@Entity
@SuppressWarnings("UnusedVariable") // what is only written here is read by queries
public class Offtake {

    @Id
    private UUID id;

    private String agency;

    private String reference;

    private UUID projectId;

    private String mineral;

    private String releaseClass;

    @JdbcTypeCode(SqlTypes.JSON)
    private Agreement agreement;

    @JdbcTypeCode(SqlTypes.JSON)
    private Deliveries deliveries = Deliveries.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Dispute> disputes = List.of();

    private boolean discrepant;

    @Enumerated(EnumType.STRING)
    private OfftakeStatus status;

    private long version;

    private LocalDate firstOn;

    private @Nullable LocalDate signedOn;

    private Instant changedAt;

    private @Nullable String importedHead;

    private @Nullable String importedLine;

    private int importedActs;

    protected Offtake() {} // Hibernate

    /** An agreement that no fact tells of yet: follow with {@link #propose}. */
    public static Offtake of(UUID id, Agreement agreement) {
        var offtake = new Offtake();
        offtake.id = id;
        offtake.keep(agreement);
        return offtake;
    }

    /** The first fact. */
    public OfftakeProposed propose(@Nullable LocalDate effectiveOn, Instant now) {
        var day = OfftakeDecision.notAfterToday("effectiveOn", effectiveOn, now);
        return happened(new OfftakeProposed(id, 1, now, day, agreement.profile(NEGOTIATING), agreement.sources()));
    }

    /** @throws OfftakeRefusal when the lifecycle or a rule does not allow it */
    public OfftakeEvent perform(OfftakeAct act, Instant now) {
        return happened(new OfftakeDecision(this, now).on(act));
    }

    /** In every status: what came in came in. */
    public OfftakeDelivered receive(Receipt receipt, Instant now) {
        return happened(new OfftakeDecision(this, now).on(receipt));
    }

    void evolve(OfftakeEvent event) {
        version = event.version();
        changedAt = event.at();
        status = OfftakeStatus.valueOf(event.offtake().status());
        switch (event) {
            case OfftakeProposed proposed -> {
                id = proposed.subject();
                firstOn = proposed.effectiveOn();
                keep(Agreement.of(proposed.offtake(), proposed.sources() == null ? List.of() : proposed.sources()));
            }
            case OfftakeSigned signed -> signedOn = signed.effectiveOn();
            case OfftakeAmended amended -> keep(Agreement.of(amended.offtake(), agreement.sources()));
            case OfftakeDelivered delivered -> deliveries = deliveries.with(delivered);
            case OfftakeDisputed disputed -> disputes = with(Dispute.of(disputed));
            case OfftakeCureExtended extended -> disputes = lastBecomes(dispute -> dispute.extended(extended));
            case OfftakeCured cured -> disputes = lastBecomes(dispute -> dispute.cured(cured));
            case OfftakeInForce _, OfftakeFulfilled _, OfftakeTerminated _, OfftakeAbandoned _ -> {}
        }
        discrepant = !discrepancies().isEmpty();
    }

    private <E extends OfftakeEvent> E happened(E event) {
        evolve(event);
        return event;
    }

    private List<Dispute> with(Dispute begun) {
        var all = new ArrayList<>(disputes);
        all.add(begun);
        return List.copyOf(all);
    }

    private List<Dispute> lastBecomes(UnaryOperator<Dispute> change) {
        var all = new ArrayList<>(disputes);
        all.set(all.size() - 1, change.apply(all.getLast()));
        return List.copyOf(all);
    }

    private void keep(Agreement agreed) {
        agreement = agreed;
        agency = agreed.agency().name();
        reference = agreed.reference();
        projectId = agreed.projectId();
        mineral = agreed.mineral().name();
        releaseClass = agreed.releaseClass().name();
    }

    /** Remembers what a file said, so that its second coming changes nothing. */
    public void imported(String head, String line, int acts) {
        importedHead = head;
        importedLine = line;
        importedActs = acts;
    }

    public @Nullable String importedHead() {
        return importedHead;
    }

    public @Nullable String importedLine() {
        return importedLine;
    }

    public int importedActs() {
        return importedActs;
    }

    public UUID id() {
        return id;
    }

    public Agreement agreement() {
        return agreement;
    }

    public OfftakeStatus status() {
        return status;
    }

    LocalDate firstOn() {
        return firstOn;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** Delivery and take-or-pay, contract year by contract year. */
    public List<ContractYear> contractYears() {
        return ContractYear.of(agreement, deliveries);
    }

    /** Where seller and buying stockpile tell different quantities; empty when they agree. */
    public List<Discrepancy> discrepancies() {
        return Discrepancy.of(agreement, deliveries);
    }

    /** Oldest first; the last one is open while the agreement is in dispute. */
    public List<Dispute> disputes() {
        return disputes;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
