package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A company, agency or person that takes part in a deal.
 *
 * @param name    1 to 300 characters
 * @param country ISO 3166-1 alpha-2
 * @param lei     legal entity identifier after ISO 17442, null where the party has none
 * @param group   the group of companies it belongs to, by a name the agencies agreed on, 1 to 100 characters; null where
 *                nobody named one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Party(
        String name,
        String country,
        @Nullable String lei,
        @Nullable String group) {

    private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");

    /** @throws InvalidValue naming the part that is wrong */
    public Party {
        if (name == null || name.isBlank() || name.length() > 300) {
            throw new InvalidValue("name", "must have 1 to 300 characters");
        }
        Country.check("country", country);
        if (lei != null && !isLei(lei)) {
            throw new InvalidValue(
                    "lei", "is not a legal entity identifier (ISO 17442: 20 characters with valid check digits)");
        }
        if (group != null && (group.isBlank() || group.length() > 100)) {
            throw new InvalidValue("group", "must have 1 to 100 characters");
        }
    }

    /** A party of no named group. */
    public Party(String name, String country, @Nullable String lei) {
        this(name, country, lei, null);
    }

    /** ISO 17442 check: letters count as 10 to 35, the whole number modulo 97 is 1 (ISO 7064, MOD 97-10). */
    static boolean isLei(String lei) {
        if (!LEI.matcher(lei).matches()) {
            return false;
        }
        var digits = new StringBuilder();
        lei.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
