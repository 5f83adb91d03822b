package io.lodestone.contracts.catalogue;

/**
 * The minerals a command may name. {@code critical}: on the final 2025 List of Critical Minerals of the US Geological
 * Survey, whose fifteen rare earth entries stand here as RARE_EARTHS, with yttrium and scandium apart as there.
 * MULTIPLE is support that its source does not split by mineral.
 */
public enum Mineral {
    ALUMINUM(true),
    ANTIMONY(true),
    ARSENIC(true),
    BARITE(true),
    BERYLLIUM(true),
    BISMUTH(true),
    BORON(true),
    CADMIUM(false),
    CESIUM(true),
    CHROMIUM(true),
    COBALT(true),
    COPPER(true),
    FLUORSPAR(true),
    GALLIUM(true),
    GERMANIUM(true),
    GOLD(false),
    GRAPHITE(true),
    HAFNIUM(true),
    HELIUM(false),
    INDIUM(true),
    IRIDIUM(true),
    IRON(false),
    LEAD(true),
    LITHIUM(true),
    MAGNESIUM(true),
    MANGANESE(true),
    METALLURGICAL_COAL(true),
    MOLYBDENUM(false),
    NICKEL(true),
    NIOBIUM(true),
    PALLADIUM(true),
    PHOSPHATE(true),
    PLATINUM(true),
    POTASH(true),
    RARE_EARTHS(true),
    RHENIUM(true),
    RHODIUM(true),
    RUBIDIUM(true),
    RUTHENIUM(true),
    SCANDIUM(true),
    SELENIUM(false),
    SILICON(true),
    SILVER(true),
    STRONTIUM(false),
    TANTALUM(true),
    TELLURIUM(true),
    TIN(true),
    TITANIUM(true),
    TUNGSTEN(true),
    URANIUM(true),
    VANADIUM(true),
    YTTRIUM(true),
    ZINC(true),
    ZIRCONIUM(true),
    MULTIPLE(false);

    private final boolean critical;

    Mineral(boolean critical) {
        this.critical = critical;
    }

    public boolean critical() {
        return critical;
    }
}
