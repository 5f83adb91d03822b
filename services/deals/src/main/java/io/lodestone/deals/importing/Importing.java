package io.lodestone.deals.importing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

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
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.limit.Standing;
import io.lodestone.deals.view.Dealing;
import io.lodestone.deals.view.Measuring;
import io.lodestone.deals.view.ProposeDeal;
import io.lodestone.deals.view.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Takes in one line: a deal with its history, or the acts that a line taken in before has gained at its end. A line that
 * comes again changes nothing.
 */
@ApplicationScoped
class Importing {

    private final Deals deals;
    private final References references;
    private final KnownProjects projects;
    private final Outbox outbox;
    private final Ids ids;
    private final Imports imports;
    private final Caller caller;
    private final Dealing dealing;
    private final Measuring measuring;

    Importing(
            Deals deals,
            References references,
            KnownProjects projects,
            Outbox outbox,
            Ids ids,
            Imports imports,
            Caller caller,
            Dealing dealing,
            Measuring measuring) {
        this.deals = deals;
        this.references = references;
        this.projects = projects;
        this.outbox = outbox;
        this.ids = ids;
        this.imports = imports;
        this.caller = caller;
        this.dealing = dealing;
        this.measuring = measuring;
    }

    /**
     * A line of the caller's own agency.
     *
     * @param imprint the whole line, to know it again
     */
    record Line(ProposeDeal proposal, DealLine parts, String imprint) {}

    /** @throws io.lodestone.chassis.http.ProblemException for a line that is malformed, or of another agency */
    Line read(ObjectNode json) {
        var parts = DealLine.of(json, imports::read);
        var proposal = imports.read(parts.head(), ProposeDeal.class);
        caller.mustBelongTo(proposal.agency().name());
        return new Line(proposal, parts, json.toString());
    }

    /** What these lines name. Until the transaction ends nobody else takes a reference of theirs. */
    @Transactional
    public Chunk lookUp(List<Line> lines) {
        measuring.begin();
        var references =
                lines.stream().map(line -> line.proposal().reference()).collect(Collectors.toUnmodifiableSet());
        var agency = lines.getFirst().proposal().agency().name();
        return new Chunk(
                references,
                deals.claim(agency, references),
                projects.known(lines.stream()
                        .map(line -> line.proposal().projectReference())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }

    @Transactional
    public Imported take(Line line, Chunk chunk) {
        var by = dealing.recording();
        var known = chunk.deal(line.proposal().reference());
        if (known.isPresent()) {
            return again(known.get(), line, chunk, by);
        }
        var proposal = line.proposal().on(chunk::project);
        var proposed = Deal.propose(ids.next(), references.offer(proposal), proposal.effectiveOn(), by);
        var deal = Deal.of(proposed, by.actor());
        chunk.add(proposed);
        act(deal, line, 0, chunk, by);
        remember(deal, line);
        deals.persist(deal);
        chunk.put(deal);
        measuring.note(null, Standing.of(deal));
        return new Imported(Imported.Status.CREATED, deal.id());
    }

    /**
     * The facts of the transaction, at its end, and what they mean for limits; that is never a reason to refuse a line: it
     * has happened.
     */
    @Transactional
    public void writeDown(Chunk chunk) {
        outbox.addAll(DEALS, chunk.facts());
        measuring.settle(dealing.recording());
    }

    /** @throws ImportDiffers unless the line is the one taken in before, with or without new acts at its end */
    private Imported again(Deal deal, Line line, Chunk chunk, By by) {
        if (line.imprint().equals(deal.importedLine())) {
            return new Imported(Imported.Status.UNCHANGED, deal.id());
        }
        int before = deal.importedActs();
        var acts = line.parts().acts();
        if (!line.parts().head().toString().equals(deal.importedHead())
                || acts.size() <= before
                || !DealLine.of(parsed(deal), imports::read).acts().equals(acts.subList(0, before))) {
            throw new ImportDiffers(deal.offer().reference());
        }
        var stood = Standing.of(deal);
        act(deal, line, before, chunk, by);
        remember(deal, line);
        measuring.note(stood, Standing.of(deal));
        return new Imported(Imported.Status.UPDATED, deal.id());
    }

    private void act(Deal deal, Line line, int from, Chunk chunk, By by) {
        var acts = line.parts().acts();
        for (var act : acts.subList(from, acts.size())) {
            if (deal.needsApprover(act)) {
                caller.mustHaveRole("deal-approver");
            }
            chunk.add(dealing.perform(deal, act, by));
        }
    }

    private static void remember(Deal deal, Line line) {
        deal.imported(
                line.parts().head().toString(),
                line.imprint(),
                line.parts().acts().size());
    }

    private ObjectNode parsed(Deal deal) {
        return imports.parse(String.valueOf(deal.importedLine()));
    }
}
