package io.lodestone.stories;

import io.lodestone.local.Service;
import java.util.List;
import java.util.Map;

/**
 * What is there before a load begins.
 *
 * @param projects   that deals and offtakes are for
 * @param stockpiles that take material in, all clients at the same ones
 */
record Ground(List<String> projects, List<String> stockpiles) {

    static Ground prepare(Lodestone lodestone) {
        return new Ground(
                List.of(Loans.mine(lodestone), Loans.mine(lodestone), Loans.mine(lodestone)),
                List.of(stockpile(lodestone), stockpile(lodestone)));
    }

    private static String stockpile(Lodestone lodestone) {
        return lodestone
                .person("stella", "DLA", "stockpile-manager")
                .create(
                        Service.STOCKPILES,
                        "/v1/stockpiles",
                        Map.of(
                                "name", "A reserve",
                                "programme", "NATIONAL_DEFENSE",
                                "custodian", "DLA",
                                "purpose", "An emergency"))
                .getString("id");
    }
}
