package io.lodestone.projects.financing;

import io.lodestone.chassis.feed.FeedPositions;
import io.lodestone.chassis.http.Sight;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.projects.ProjectEvent.FundingPosition;
import io.lodestone.projects.financing.FundingView.ByAgency;
import io.lodestone.projects.financing.FundingView.InCurrency;
import io.lodestone.projects.known.DealLines;
import io.lodestone.projects.project.Funding;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.project.Support;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what a project has been promised, by whom, and what is missing. */
@ApplicationScoped
class SourcesAndUses {

    private static final int RATIO_DECIMALS = 4;

    private final Projects projects;
    private final DealLines deals;
    private final FeedPositions positions;

    SourcesAndUses(Projects projects, DealLines deals, FeedPositions positions) {
        this.projects = projects;
        this.deals = deals;
        this.positions = positions;
    }

    /** @param sight deals that the caller may not see are in no sum */
    @Transactional
    public FundingView of(UUID projectId, Sight sight) {
        var heard = positions.read(); // before the lines: the answer may know more than it says, never less
        var project = projects.get(projectId);
        var capex = project.sheet().capex();
        var visible = deals.supportOf(projectId).stream()
                .filter(support -> sight.mayRead(support.releaseClass(), support.agency()))
                .toList();
        return new FundingView(
                projectId, project.reference(), project.stage(), capex, currencies(visible, capex), heard);
    }

    static List<InCurrency> currencies(List<Support> supports, @Nullable Money capex) {
        var positions = Funding.positions(supports, capex).stream();
        if (capex != null
                && supports.stream().noneMatch(support -> support.currency().equals(capex.currency()))) {
            var nothing = Money.zero(capex.currency());
            positions =
                    Stream.concat(positions, Stream.of(new FundingPosition(nothing, nothing, nothing, capex, false)));
        }
        return positions.map(position -> inCurrency(position, supports)).toList();
    }

    private static InCurrency inCurrency(FundingPosition position, List<Support> supports) {
        var currency = position.signed().currency();
        var byAgency = supports.stream()
                .filter(support -> support.currency().equals(currency))
                .collect(Collectors.groupingBy(Support::agency, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(agency -> byAgency(agency.getKey(), agency.getValue()))
                .toList();
        return new InCurrency(
                currency,
                position.pipeline(),
                position.authorized(),
                position.signed(),
                position.gap(),
                position.overSubscribed(),
                privatePerPublic(byAgency),
                byAgency);
    }

    private static ByAgency byAgency(String agency, List<Support> supports) {
        var sum = Funding.positions(supports, null).getFirst();
        return new ByAgency(agency, kind(agency), sum.pipeline(), sum.authorized(), sum.signed());
    }

    private static String kind(String agency) {
        return Arrays.stream(Agency.values())
                .filter(known -> known.name().equals(agency))
                .map(known -> known.kind().name())
                .findFirst()
                .orElse("UNKNOWN");
    }

    private static @Nullable BigDecimal privatePerPublic(List<ByAgency> agencies) {
        var bySector = agencies.stream()
                .collect(Collectors.partitioningBy(
                        agency -> agency.kind().equals(Agency.Kind.PRIVATE.name()),
                        Collectors.mapping(
                                agency -> agency.signed().amount(),
                                Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))));
        var publicMoney = bySector.getOrDefault(false, BigDecimal.ZERO);
        return publicMoney.signum() == 0
                ? null
                : bySector.getOrDefault(true, BigDecimal.ZERO)
                        .divide(publicMoney, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
