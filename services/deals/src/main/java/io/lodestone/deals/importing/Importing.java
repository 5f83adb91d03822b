package io.lodestone.deals.importing;

import static io.lodestone.contracts.deals.DealEvent.DEALS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.ImportDiffers;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.limit.Standing;
import io.lodestone.deals.view.Dealing;
import io.lodestone.deals.view.Measuring;
import io.lodestone.deals.view.ProposeDeal;
import io.lodestone.deals.view.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes in one line: a deal with its history, or the acts that a line taken in before has gained at its end. A line that
 * comes again changes nothing.
 */
@ApplicationScoped
class Importing {

    private final Deals deals;
    private final References references;
    private final Outbox outbox;
    private final Ids ids;
    private final Imports imports;
    private final Caller caller;
    private final Dealing dealing;
    private final Measuring measuring;

    Importing(
            Deals deals,
            References references,
            Outbox outbox,
            Ids ids,
            Imports imports,
            Caller caller,
            Dealing dealing,
            Measuring measuring) {
        this.deals = deals;
        this.references = references;
        this.outbox = outbox;
        this.ids = ids;
        this.imports = imports;
        this.caller = caller;
        this.dealing = dealing;
        this.measuring = measuring;
    }

    @Transactional
    public Imported take(ObjectNode json) {
        var line = DealLine.of(json, imports::read);
        var imprint = json.toString();
        var head = line.head().toString();
        var proposal = imports.read(line.head(), ProposeDeal.class);
        caller.mustBelongTo(proposal.agency().name());
        var by = dealing.recording();
        measuring.begin();
        var known = deals.claim(proposal.agency().name(), proposal.reference());
        if (known.isPresent()) {
            return again(known.get(), head, imprint, line, by);
        }
        var offer = references.offer(proposal);
        var proposed = Deal.propose(ids.next(), offer, proposal.effectiveOn(), by);
        var deal = Deal.of(proposed, by.actor());
        outbox.add(DEALS, proposed);
        act(deal, line, 0, by);
        deal.imported(head, imprint, line.acts().size());
        deals.persist(deal);
        measuring.note(null, Standing.of(deal));
        return new Imported(Imported.Status.CREATED, deal.id());
    }

    /** What the lines of this transaction mean for limits; that is never a reason to refuse them: it has happened. */
    @Transactional
    public void settle() {
        measuring.settle(dealing.recording());
    }

    /** @throws ImportDiffers unless the line is the one taken in before, with or without new acts at its end */
    private Imported again(Deal deal, String head, String imprint, DealLine line, By by) {
        if (imprint.equals(deal.importedLine())) {
            return new Imported(Imported.Status.UNCHANGED, deal.id());
        }
        int before = deal.importedActs();
        if (!head.equals(deal.importedHead())
                || line.acts().size() <= before
                || !DealLine.of(parsed(deal), imports::read)
                        .acts()
                        .equals(line.acts().subList(0, before))) {
            throw new ImportDiffers(deal.offer().reference());
        }
        var stood = Standing.of(deal);
        act(deal, line, before, by);
        deal.imported(head, imprint, line.acts().size());
        measuring.note(stood, Standing.of(deal));
        return new Imported(Imported.Status.UPDATED, deal.id());
    }

    private void act(Deal deal, DealLine line, int from, By by) {
        for (var act : line.acts().subList(from, line.acts().size())) {
            if (deal.needsApprover(act)) {
                caller.mustHaveRole("deal-approver");
            }
            outbox.add(DEALS, dealing.perform(deal, act, by));
        }
    }

    private ObjectNode parsed(Deal deal) {
        return imports.parse(String.valueOf(deal.importedLine()));
    }
}
