package io.lodestone.stockpiles.stockpile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tonnes that moved between accounts of one stockpile; never edited, a correction is another movement. Each carries a
 * SHA-256 digest over the digest of the one before and its own content.
 */
@Entity
@Immutable
public class Movement {

    public enum Kind {
        RECEIPT
    }

    /**
     * What moved and why.
     *
     * @param reason    in words
     * @param authority who ordered it; needed by kinds that take material out
     */
    public record Content(
            Kind kind,
            Substance substance,
            Postings postings,
            @Nullable String reason,
            @Nullable String authority,
            LocalDate effectiveOn) {}

    @Id
    private UUID id;

    private UUID stockpileId;

    private long number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private Substance substance;

    @JdbcTypeCode(SqlTypes.JSON)
    private Postings postings;

    private @Nullable String reason;

    private @Nullable String authority;

    private LocalDate effectiveOn;

    private Instant recordedAt;

    private String previousDigest;

    private String digest;

    protected Movement() {} // Hibernate

    /** The next link after {@code tip}. */
    static Movement after(ChainTip tip, UUID id, Content content, Instant now) {
        var movement = new Movement();
        movement.id = id;
        movement.stockpileId = tip.stockpileId();
        movement.number = tip.number() + 1;
        movement.kind = content.kind();
        movement.substance = content.substance();
        movement.postings = content.postings();
        movement.reason = content.reason();
        movement.authority = content.authority();
        movement.effectiveOn = content.effectiveOn();
        movement.recordedAt = now;
        movement.previousDigest = tip.digest();
        movement.digest = movement.computedDigest();
        return movement;
    }

    /** The digest that the content has; equal to {@link #digest} unless somebody changed the row. */
    String computedDigest() {
        var content = Digest.begin()
                .add(previousDigest)
                .add(stockpileId)
                .add(number)
                .add(id)
                .add(kind)
                .add(substance.mineral())
                .add(substance.form())
                .add(substance.grade())
                .add(substance.basis())
                .add(postings.lines().size());
        for (var posting : postings.lines()) {
            content.add(posting.account().key()).add(posting.tonnes());
        }
        return content.add(reason)
                .add(authority)
                .add(effectiveOn)
                .add(recordedAt)
                .hex();
    }

    /** Follows {@code tip} without a gap and has the content that its digest says. */
    boolean follows(ChainTip tip) {
        return stockpileId.equals(tip.stockpileId())
                && number == tip.number() + 1
                && previousDigest.equals(tip.digest())
                && digest.equals(computedDigest());
    }

    ChainTip tip() {
        return new ChainTip(stockpileId, number, digest);
    }

    public UUID id() {
        return id;
    }

    /** Counts the stockpile's movements from 1. */
    public long number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public Substance substance() {
        return substance;
    }

    public List<Posting> postings() {
        return postings.lines();
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String authority() {
        return authority;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String previousDigest() {
        return previousDigest;
    }

    public String digest() {
        return digest;
    }
}
