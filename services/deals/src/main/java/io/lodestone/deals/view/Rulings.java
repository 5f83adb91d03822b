package io.lodestone.deals.view;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.NoSuchRule;
import io.lodestone.deals.deal.DealRefusal.RuleBlocks;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.rule.Calendar;
import io.lodestone.deals.rule.Finding;
import io.lodestone.deals.rule.Matter;
import io.lodestone.deals.rule.Rule;
import io.lodestone.deals.rule.Rule.Gate;
import io.lodestone.deals.rule.Rule.Measure;
import io.lodestone.deals.rule.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The rules as they are written in {@code rules/*.json}, asked before every act. */
@ApplicationScoped
public class Rulings {

    private final RuleBook book;
    private final KnownProjects projects;

    Rulings(KnownProjects projects) {
        this.book = written();
        this.projects = projects;
    }

    /** The rules as they are shipped. */
    public static RuleBook written() {
        return new RuleBook(read("rules.json", Rule.class), read("calendars.json", Calendar.class));
    }

    public RuleBook book() {
        return book;
    }

    /** What each rule that applies says about the deal today. */
    public List<Finding> about(Deal deal, LocalDate today) {
        return book.about(deal, projects.costOf(deal.offer().projectId()), today);
    }

    /**
     * Who records a history writes down what was done; rules are shown to it but hold nothing up.
     *
     * @throws RuleBlocks when a rule does not let the act pass
     * @throws NoSuchRule when the act names a rule that does not bind the agency
     */
    public void mustAllow(Deal deal, Act act, By by) {
        switch (act) {
            case Act.SendNotice notice -> mustBeNotice(deal, notice);
            case Act.OverrideRule override -> known(deal, override.ruleId(), by.day(override.effectiveOn()));
            case Act.Approve _ -> mustPass(deal, act, by, Set.of(Gate.APPROVAL));
            case Act.Sign _ -> mustPass(deal, act, by, Set.of(Gate.SIGNING));
            case Act.Amend amendment -> {
                if (amendment.amount() != null || amendment.terms() != null) {
                    mustPass(deal, act, by, passedAgain(deal));
                }
            }
            case Act.Apply _,
                    Act.StartDueDiligence _,
                    Act.Decline _,
                    Act.SatisfyCondition _,
                    Act.WaiveCondition _,
                    Act.MakeEffective _,
                    Act.Disburse _,
                    Act.CapitaliseInterest _,
                    Act.ReceiveRepayment _,
                    Act.AdjustLiability _,
                    Act.DeclareDefault _,
                    Act.CureDefault _,
                    Act.WaiveDefault _,
                    Act.DeferPayment _,
                    Act.WriteOff _,
                    Act.Cancel _,
                    Act.Terminate _,
                    Act.Close _,
                    Act.Pack _,
                    Act.ReopenCondition _,
                    Act.FlagCrossDefault _,
                    Act.ClearCrossDefault _ -> {}
        }
    }

    private void mustPass(Deal deal, Act act, By by, Set<Gate> gates) {
        if (by.recording() || gates.isEmpty()) {
            return;
        }
        var cost = projects.costOf(deal.offer().projectId());
        var matter = Matter.of(deal, act, cost, by.day(act.effectiveOn()));
        book.inTheWay(matter, gates).stream().findFirst().ifPresent(finding -> {
            var rule = finding.rule();
            throw new RuleBlocks(rule.id(), rule.citation(), finding.until(), rule.title() + ": " + finding.detail());
        });
    }

    private static Set<Gate> passedAgain(Deal deal) {
        if (deal.signedOn() != null) {
            return Set.of(Gate.APPROVAL, Gate.SIGNING);
        }
        return deal.status() == DealStatus.APPROVED ? Set.of(Gate.APPROVAL) : Set.of();
    }

    private void mustBeNotice(Deal deal, Act.SendNotice notice) {
        var rule = book.find(notice.ruleId(), notice.sentOn())
                .filter(found -> found.agency() == deal.offer().agency() && found.measure() == Measure.NOTICE);
        if (rule.isEmpty()) {
            throw new WrongField(
                    "ruleId",
                    "names no rule that asks " + deal.offer().agency() + " for a notice; GET /v1/rules has the rules");
        }
    }

    private void known(Deal deal, String id, LocalDate day) {
        if (book.find(id, day)
                .filter(rule -> rule.agency() == deal.offer().agency())
                .isEmpty()) {
            throw new NoSuchRule(id, deal.offer().agency());
        }
    }

    private static <T> List<T> read(String name, Class<T> type) {
        ObjectMapper json = Json.strict(new ObjectMapper());
        JavaType list = json.getTypeFactory().constructCollectionType(List.class, type);
        try (var in = Rulings.class.getResourceAsStream("/rules/" + name)) {
            return json.readValue(Objects.requireNonNull(in, name), list);
        } catch (IOException e) {
            throw new UncheckedIOException("rules/" + name + " cannot be read", e);
        }
    }
}
