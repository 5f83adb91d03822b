package io.lodestone.deals.offtake;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.deals.Buyer;
import io.lodestone.contracts.deals.OfftakeProfile;
import io.lodestone.contracts.deals.Pricing;
import io.lodestone.deals.deal.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who buys what from whom.
 *
 * @param reference      unique per agency, 1 to 100 characters
 * @param agency         the agency that keeps the record
 * @param stockpileId    the buying stockpile, whose receipts are held against the seller's reports
 * @param tonnesPerYear  the same in each year; null when not disclosed, or when {@code tonnesByYear} says it
 * @param tonnesByYear   contract year by contract year, 1 to 100 of them, zero where nothing is due; then {@code years}
 *                       is their number
 * @param startsOn       first day of the first contract year
 * @param years          1 to 100
 * @param takeOrPayShare part of the quantity the buyer pays for in any case
 */
public record Agreement(
        String reference,
        Agency agency,
        UUID projectId,
        Party seller,
        Buyer buyer,
        @Nullable UUID stockpileId,
        Mineral mineral,
        String product,
        @Nullable String grade,
        @Nullable Tonnes tonnesPerYear,
        @Nullable List<Tonnes> tonnesByYear,
        @Nullable LocalDate startsOn,
        @Nullable Integer years,
        @Nullable Share takeOrPayShare,
        @Nullable Pricing pricing,
        @Nullable EndUse endUse,
        List<Source> sources,
        ReleaseClass releaseClass) {

    static final int YEARS_MAX = 100;

    private static final SortedMap<String, Function<Agreement, @Nullable Object>> AMENDABLE = new TreeMap<>(Map.of(
            "product", Agreement::product,
            "grade", Agreement::grade,
            "tonnesPerYear", Agreement::tonnesPerYear,
            "tonnesByYear", Agreement::tonnesByYear,
            "startsOn", Agreement::startsOn,
            "years", Agreement::years,
            "takeOrPayShare", Agreement::takeOrPayShare,
            "pricing", Agreement::pricing,
            "endUse", Agreement::endUse));

    /** What the material is for. */
    public enum EndUse {
        BATTERY,
        SEMICONDUCTOR,
        DEFENSE,
        MAGNET,
        OTHER
    }

    /** @throws InvalidValue naming the field that is missing or wrong */
    public Agreement {
        Check.text("reference", reference, 100);
        Check.text("product", product, 300);
        if (grade != null) {
            Check.text("grade", grade, 300);
        }
        if (tonnesPerYear != null) {
            tonnesPerYear.positive("tonnesPerYear");
        }
        if (years != null && (years < 1 || years > YEARS_MAX)) {
            throw new InvalidValue("years", "must be between 1 and " + YEARS_MAX);
        }
        if (tonnesByYear != null) {
            tonnesByYear = profile(tonnesByYear, tonnesPerYear, years);
            years = tonnesByYear.size();
        }
        sources = Check.list("sources", sources, 100);
    }

    private static List<Tonnes> profile(List<Tonnes> byYear, @Nullable Tonnes perYear, @Nullable Integer years) {
        if (perYear != null) {
            throw new InvalidValue("tonnesPerYear", "cannot stand beside tonnesByYear: give one of them");
        }
        if (byYear.isEmpty()
                || byYear.stream()
                        .allMatch(tonnes -> tonnes != null && tonnes.value().signum() == 0)) {
            throw new InvalidValue("tonnesByYear", "must have a year with more than zero tonnes");
        }
        if (byYear.stream().anyMatch(tonnes -> tonnes != null && tonnes.isNegative())) {
            throw new InvalidValue("tonnesByYear", "must not be negative");
        }
        if (years != null && years != byYear.size()) {
            throw new InvalidValue("years", "must be the " + byYear.size() + " that tonnesByYear has, or left out");
        }
        return Check.list("tonnesByYear", byYear, YEARS_MAX);
    }

    /** With the terms that {@code act} names; a quantity per year and a profile take each other's place. */
    Agreement amended(OfftakeAct.Amend act) {
        boolean newQuantity = act.tonnesPerYear() != null || act.tonnesByYear() != null;
        boolean profileGoes = act.tonnesByYear() != null && act.years() == null;
        return new Agreement(
                reference,
                agency,
                projectId,
                seller,
                buyer,
                stockpileId,
                mineral,
                or(act.product(), product),
                orNone(act.grade(), grade),
                newQuantity ? act.tonnesPerYear() : tonnesPerYear,
                newQuantity ? act.tonnesByYear() : tonnesByYear,
                orNone(act.startsOn(), startsOn),
                profileGoes ? null : orNone(act.years(), years),
                orNone(act.takeOrPayShare(), takeOrPayShare),
                orNone(act.pricing(), pricing),
                orNone(act.endUse(), endUse),
                sources,
                releaseClass);
    }

    /** The terms that an amendment can change and whose value differs from {@code before}. */
    List<String> fieldsOtherThan(Agreement before) {
        return AMENDABLE.entrySet().stream()
                .filter(term -> !Objects.equals(
                        term.getValue().apply(this), term.getValue().apply(before)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> T or(@Nullable T amended, T before) {
        return amended == null ? before : amended;
    }

    private static <T> @Nullable T orNone(@Nullable T amended, @Nullable T before) {
        return amended == null ? before : amended;
    }

    /** As a fact tells it. */
    static Agreement of(OfftakeProfile told, List<Source> sources) {
        return new Agreement(
                told.reference(),
                Agency.valueOf(told.agency()),
                told.projectId(),
                told.seller(),
                told.buyer(),
                told.stockpileId(),
                Mineral.valueOf(told.mineral()),
                told.product(),
                told.grade(),
                told.tonnesPerYear(),
                told.tonnesByYear(),
                told.startsOn(),
                told.years(),
                told.takeOrPayShare(),
                told.pricing(),
                told.endUse() == null ? null : EndUse.valueOf(told.endUse()),
                sources,
                ReleaseClass.valueOf(told.releaseClass()));
    }

    OfftakeProfile profile(OfftakeStatus status) {
        return new OfftakeProfile(
                reference,
                agency.name(),
                projectId,
                seller,
                buyer,
                stockpileId,
                mineral.name(),
                product,
                grade,
                tonnesPerYear,
                tonnesByYear,
                startsOn,
                years,
                takeOrPayShare,
                pricing,
                endUse == null ? null : endUse.name(),
                releaseClass.name(),
                status.name());
    }
}
