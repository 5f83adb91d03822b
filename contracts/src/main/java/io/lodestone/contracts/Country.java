package io.lodestone.contracts;

import java.util.Locale;
import java.util.Set;

/** ISO 3166-1 alpha-2 codes. */
public final class Country {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Country() {}

    /** @throws InvalidValue naming {@code component} when {@code code} is missing or not in ISO 3166-1 */
    public static String check(String component, String code) {
        if (code == null || !CODES.contains(code)) {
            throw new InvalidValue(component, code + " is not an ISO 3166-1 alpha-2 country code");
        }
        return code;
    }
}
