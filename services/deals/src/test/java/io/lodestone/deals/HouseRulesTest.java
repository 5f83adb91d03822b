package io.lodestone.deals;

import io.lodestone.testing.rules.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.check("deals", "deal", "offtake", "bundle", "rule", "limit");
    }
}
