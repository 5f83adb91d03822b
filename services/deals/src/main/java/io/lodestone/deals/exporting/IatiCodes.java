package io.lodestone.deals.exporting;

import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.deal.DealStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Our codes in those of the International Aid Transparency Initiative, version 2.03. */
final class IatiCodes {

    /** Mineral resources and mining, as a group of three digits: for what is not of one kind. */
    private static final String MINING = "322";

    private IatiCodes() {}

    /** @param vocabulary 1 for a purpose code of the OECD's DAC, 2 for one of its groups */
    record Sector(String vocabulary, String code) {}

    /** Codelist ActivityStatus. */
    static String status(DealStatus status) {
        return switch (status) {
            case LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE, APPROVED -> "1"; // pipeline
            case SIGNED, EFFECTIVE, IN_DEFAULT -> "2"; // implementation
            case CLOSED, WRITTEN_OFF -> "4"; // closed
            case DECLINED, CANCELLED, TERMINATED -> "5"; // cancelled
        };
    }

    /** Codelist FinanceType; there is none for a purchase of goods. */
    static Optional<String> financeType(Instrument instrument) {
        return switch (instrument) {
            case GRANT, TECHNICAL_ASSISTANCE -> Optional.of("110"); // standard grant
            case TAX_CREDIT -> Optional.of("111"); // subsidy to a national private investor
            case DIRECT_LOAN -> Optional.of("421"); // standard loan
            case SUBORDINATED_LOAN -> Optional.of("431");
            case PREFERRED_EQUITY -> Optional.of("432");
            case WARRANT -> Optional.of("433"); // other hybrid instrument
            case EQUITY -> Optional.of("510"); // common equity
            case FUND_COMMITMENT -> Optional.of("520"); // shares in a collective investment vehicle
            case LOAN_GUARANTEE, POLITICAL_RISK_INSURANCE, PRICE_FLOOR, OFFTAKE_GUARANTEE -> Optional.of("1100");
            case PURCHASE_COMMITMENT -> Optional.empty();
        };
    }

    /** Codelist FlowType. */
    static String flowType(Agency agency) {
        return switch (agency) {
            case EXIM, EDC, EFA, JBIC, UKEF -> "22"; // officially supported export credits
            case PRIVATE -> "30"; // private development finance
            case DFC, DOE, DOD, COMMERCE, TREASURY, STATE, DLA, NRCAN, JOGMEC, KFW, DBSA, IFC, IDA, ADB, EBRD ->
                "20"; // other official flows
        };
    }

    /** Codelist OrganisationType. */
    static String organisationType(Agency.Kind kind) {
        return switch (kind) {
            case US_AGENCY -> "10"; // government
            case PARTNER -> "15"; // other public sector
            case MULTILATERAL -> "40";
            case PRIVATE -> "70";
        };
    }

    /** Codelist Sector: the one purpose code that fits all minerals, else the group. */
    static Sector sector(List<String> minerals) {
        var codes = minerals.stream().map(IatiCodes::purpose).distinct().toList();
        return codes.size() == 1 && !codes.getFirst().equals(MINING)
                ? new Sector("1", codes.getFirst())
                : new Sector("2", MINING);
    }

    private static String purpose(String code) {
        return Arrays.stream(Mineral.values())
                .filter(mineral -> mineral.name().equals(code))
                .findFirst()
                .map(IatiCodes::purpose)
                .orElse(MINING);
    }

    private static String purpose(Mineral mineral) {
        return switch (mineral) {
            case IRON, CHROMIUM, MANGANESE -> "32263"; // ferrous metals
            case GOLD, SILVER, PLATINUM, PALLADIUM, IRIDIUM, RHODIUM, RUTHENIUM -> "32265"; // precious metals
            case BARITE, BORON, FLUORSPAR, GRAPHITE -> "32266"; // industrial minerals
            case POTASH, PHOSPHATE -> "32267"; // fertilizer minerals
            case METALLURGICAL_COAL -> "32261"; // coal
            case HELIUM -> "32262"; // oil and gas
            case MULTIPLE -> MINING;
            case ALUMINUM,
                    ANTIMONY,
                    ARSENIC,
                    BERYLLIUM,
                    BISMUTH,
                    CADMIUM,
                    CESIUM,
                    COBALT,
                    COPPER,
                    GALLIUM,
                    GERMANIUM,
                    HAFNIUM,
                    INDIUM,
                    LEAD,
                    LITHIUM,
                    MAGNESIUM,
                    MOLYBDENUM,
                    NICKEL,
                    NIOBIUM,
                    RARE_EARTHS,
                    RHENIUM,
                    RUBIDIUM,
                    SCANDIUM,
                    SELENIUM,
                    SILICON,
                    STRONTIUM,
                    TANTALUM,
                    TELLURIUM,
                    TIN,
                    TITANIUM,
                    TUNGSTEN,
                    URANIUM,
                    VANADIUM,
                    YTTRIUM,
                    ZINC,
                    ZIRCONIUM -> "32264"; // nonferrous metals
        };
    }
}
