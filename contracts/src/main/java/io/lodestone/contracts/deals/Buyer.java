package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who buys under an offtake agreement.
 *
 * @param name    1 to 300 characters
 * @param country ISO 3166-1 alpha-2
 * @param lei     ISO 17442, null where the buyer has none
 * @param kind    what sort of buyer it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Buyer(String name, String country, @Nullable String lei, Kind kind) {

    public enum Kind {
        GOVERNMENT,
        MANUFACTURER,
        TRADER,
        STOCKPILE
    }

    /** @throws InvalidValue naming the part that is wrong */
    public Buyer {
        var unused = new Party(name, country, lei);
        if (kind == null) {
            throw new InvalidValue("kind", "is missing");
        }
    }
}
