package io.lodestone.deals.offtaking;

import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.deals.offtake.Offtake;
import io.lodestone.deals.offtake.OfftakeAct;
import io.lodestone.deals.offtake.OfftakeRefusal.NoSuchOfftake;
import io.lodestone.deals.offtake.OfftakeRefusal.OfftakeDiffers;
import io.lodestone.deals.offtake.OfftakeRefusal.OfftakeTaken;
import io.lodestone.deals.offtake.Offtakes;
import io.lodestone.deals.view.Dealing;
import io.lodestone.deals.view.OfftakeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What is done with offtake agreements, one transaction each. */
@ApplicationScoped
class Offtaking {

    private final Offtakes offtakes;
    private final Counterparts counterparts;
    private final Outbox outbox;
    private final Ids ids;
    private final Imports imports;
    private final Caller caller;
    private final Dealing dealing;

    Offtaking(
            Offtakes offtakes,
            Counterparts counterparts,
            Outbox outbox,
            Ids ids,
            Imports imports,
            Caller caller,
            Dealing dealing) {
        this.offtakes = offtakes;
        this.counterparts = counterparts;
        this.outbox = outbox;
        this.ids = ids;
        this.imports = imports;
        this.caller = caller;
        this.dealing = dealing;
    }

    @Transactional
    public OfftakeView propose(ProposeOfftake command) {
        caller.mustBelongTo(command.agency().name());
        offtakes.claim(command.agency().name(), command.reference()).ifPresent(known -> {
            throw new OfftakeTaken(command.agency().name(), command.reference(), known.id());
        });
        var offtake = begin(command);
        offtakes.persist(offtake);
        return OfftakeView.of(offtake);
    }

    @Transactional
    public OfftakeView act(UUID id, IfMatch ifMatch, OfftakeAct act) {
        var offtake = offtakes.forUpdate(id);
        var agency = offtake.agreement().agency().name();
        if (!caller.sight().mayRead(offtake.agreement().releaseClass().name(), agency)) {
            throw new NoSuchOfftake(id);
        }
        caller.mustBelongTo(agency);
        ifMatch.check(offtake.version());
        outbox.add(OFFTAKES, offtake.perform(act, dealing.by().now()));
        return OfftakeView.of(offtake);
    }

    /** Takes in one line of an import; a line that comes again changes nothing. */
    @Transactional
    public Imported take(ObjectNode json) {
        var line = OfftakeLine.of(json, imports);
        var command = imports.read(line.head(), ProposeOfftake.class);
        caller.mustBelongTo(command.agency().name());
        var known = offtakes.claim(command.agency().name(), command.reference());
        if (known.isPresent()) {
            return again(known.get(), line, json.toString());
        }
        var offtake = begin(command);
        act(offtake, line, 0);
        offtake.imported(line.head().toString(), json.toString(), line.acts().size());
        offtakes.persist(offtake);
        return new Imported(Imported.Status.CREATED, offtake.id());
    }

    private Imported again(Offtake offtake, OfftakeLine line, String imprint) {
        if (imprint.equals(offtake.importedLine())) {
            return new Imported(Imported.Status.UNCHANGED, offtake.id());
        }
        int before = offtake.importedActs();
        if (!line.head().toString().equals(offtake.importedHead())
                || line.acts().size() <= before
                || !OfftakeLine.of(imports.parse(String.valueOf(offtake.importedLine())), imports)
                        .acts()
                        .equals(line.acts().subList(0, before))) {
            throw new OfftakeDiffers(offtake.agreement().reference());
        }
        act(offtake, line, before);
        offtake.imported(line.head().toString(), imprint, line.acts().size());
        return new Imported(Imported.Status.UPDATED, offtake.id());
    }

    private Offtake begin(ProposeOfftake command) {
        var project = counterparts.require(command);
        var offtake = Offtake.of(ids.next(), command.agreement(project));
        outbox.add(OFFTAKES, offtake.propose(command.effectiveOn(), dealing.by().now()));
        return offtake;
    }

    private void act(Offtake offtake, OfftakeLine line, int from) {
        var now = dealing.by().now();
        line.acts().stream().skip(from).forEach(act -> outbox.add(OFFTAKES, offtake.perform(act, now)));
    }
}
