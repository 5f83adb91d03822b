package io.lodestone.deals.known;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A stockpile, and how much of its story we have heard. */
@Entity
public class KnownStockpile {

    @Id
    private UUID id;

    private long version;

    protected KnownStockpile() {} // Hibernate

    KnownStockpile(UUID id) {
        this.id = id;
    }

    /** False for what was heard before. */
    boolean advance(long heard) {
        if (heard <= version) {
            return false;
        }
        version = heard;
        return true;
    }
}
