package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of single fields, for sheets and for revisions alike. All throw InvalidValue naming the field. */
final class SheetRules {

    private SheetRules() {}

    static List<MineralWeight> minerals(List<MineralWeight> minerals) {
        return Weights.check("minerals", minerals, MineralWeight::mineral, MineralWeight::weight);
    }

    static List<SegmentWeight> segments(List<SegmentWeight> segments) {
        return Weights.check("segments", segments, SegmentWeight::segment, SegmentWeight::weight);
    }

    static List<Owner> owners(List<Owner> owners) {
        var all = Text.withoutNulls("owners", owners);
        var sum = all.stream()
                .map(Owner::share)
                .filter(Objects::nonNull)
                .map(Share::percent)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Share.WHOLE.percent()) > 0) {
            throw new InvalidValue("owners", "must not have shares of more than 100 together, but " + sum);
        }
        return all;
    }

    static List<Source> sources(List<Source> sources) {
        var all = Text.withoutNulls("sources", sources);
        all.forEach(source -> Text.check("sources.url", source.url(), 1000));
        return all;
    }

    static @Nullable Money capex(@Nullable Money capex) {
        return capex == null ? null : capex.notNegative("capex");
    }
}
