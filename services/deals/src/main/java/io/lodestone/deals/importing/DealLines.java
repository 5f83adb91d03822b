package io.lodestone.deals.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.LineImporter;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.deals.deal.DealRefusal;
import io.lodestone.deals.view.DealProblems;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of one file of deals. Not for several threads. */
final class DealLines implements LineImporter<Importing.Line> {

    private final Importing importing;
    private Chunk chunk = new Chunk(Set.of(), List.of(), Map.of());

    DealLines(Importing importing) {
        this.importing = importing;
    }

    @Override
    public Importing.Line read(ObjectNode line) {
        return importing.read(line);
    }

    @Override
    public void prepare(List<Importing.Line> lines) {
        chunk = importing.lookUp(lines);
    }

    @Override
    public Imported take(Importing.Line line) {
        try {
            return importing.take(line, chunk);
        } catch (DealRefusal refusal) {
            throw new ProblemException(DealProblems.of(refusal));
        }
    }

    @Override
    public void beforeCommit() {
        importing.writeDown(chunk);
    }
}
