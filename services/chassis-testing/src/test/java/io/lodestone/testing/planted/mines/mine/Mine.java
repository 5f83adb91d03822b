package io.lodestone.testing.planted.mines.mine;

import io.lodestone.testing.planted.contracts.OreMined;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Clean: a plain aggregate that gets its time as an argument. */
@Entity
public class Mine {
    @Id
    private UUID id;

    private long version;

    public OreMined dig(BigDecimal tonnes, Clock clock) {
        return new OreMined(id, ++version, LocalDate.now(clock), tonnes, new byte[0]);
    }
}
