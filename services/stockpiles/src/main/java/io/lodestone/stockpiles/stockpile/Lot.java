package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Mineral;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Material that came in together. What is left of it, and where, stands in the ledger. */
@Entity
@Immutable
public class Lot {

    @Id
    private UUID id;

    private UUID stockpileId;

    @Enumerated(EnumType.STRING)
    private Mineral mineral;

    private String form;

    private String grade;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Column
    private BigDecimal received;

    @Column
    private @Nullable BigDecimal purity;

    @Column
    private String countryOfOrigin;

    @Column
    private String supplier;

    @Column
    private @Nullable UUID offtakeId;

    private @Nullable BigDecimal unitCost;

    private @Nullable String currency;

    @Column
    private LocalDate receivedOn;

    protected Lot() {} // Hibernate

    static Lot of(UUID id, UUID stockpileId, Receipt receipt, LocalDate receivedOn) {
        var substance = receipt.substance();
        var purity = receipt.purity();
        var cost = receipt.unitCost();
        var lot = new Lot();
        lot.id = id;
        lot.stockpileId = stockpileId;
        lot.mineral = substance.mineral();
        lot.form = substance.form();
        lot.grade = substance.grade();
        lot.basis = substance.basis();
        lot.received = receipt.tonnes().value();
        lot.purity = purity == null ? null : purity.percent();
        lot.countryOfOrigin = receipt.countryOfOrigin();
        lot.supplier = receipt.supplier();
        lot.offtakeId = receipt.offtakeId();
        lot.unitCost = cost == null ? null : cost.amount();
        lot.currency = cost == null ? null : cost.currency();
        lot.receivedOn = receivedOn;
        return lot;
    }

    public UUID id() {
        return id;
    }

    public UUID stockpileId() {
        return stockpileId;
    }

    public Substance substance() {
        return new Substance(mineral, form, grade, basis);
    }

    /** Cost of one tonne. */
    public Optional<Money> unitCost() {
        return unitCost == null || currency == null ? Optional.empty() : Optional.of(new Money(unitCost, currency));
    }
}
