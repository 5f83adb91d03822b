package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.stockpiles.StockpileProfile;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stockpile is for and who keeps it; the body that opens one.
 *
 * @param name         1 to 300 characters
 * @param custodian    the agency whose stockpile managers may write
 * @param purpose      1 to 2,000 characters
 * @param releaseClass who may see it; PUBLIC when left out
 * @param effectiveOn  the day it began, null for today
 */
public record Charter(
        String name,
        Programme programme,
        Agency custodian,
        String purpose,
        @Nullable ReleaseClass releaseClass,
        @Nullable LocalDate effectiveOn) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Charter {
        Text.check("name", name, 300);
        if (programme == null) {
            throw new InvalidValue("programme", "is missing");
        }
        if (custodian == null) {
            throw new InvalidValue("custodian", "is missing");
        }
        Text.check("purpose", purpose, 2000);
        releaseClass = Objects.requireNonNullElse(releaseClass, ReleaseClass.PUBLIC);
    }

    /** What facts say of it. */
    StockpileProfile profile() {
        return new StockpileProfile(
                name,
                programme.name(),
                custodian.name(),
                Objects.requireNonNullElse(releaseClass, ReleaseClass.PUBLIC).name());
    }
}
