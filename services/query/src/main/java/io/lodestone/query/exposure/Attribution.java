package io.lodestone.query.exposure;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The ledger of one deal, made from its facts and those of its projects: the same facts in any order, and any of them
 * twice, give the same entries. The facts are learned again in the order in which they became known. What a fact
 * changes, on its own day or on a day that was already told, becomes its entries; so the sum of the entries effective up
 * to a day and recorded up to a moment is where the deal stood on that day, as it was known at that moment.
 */
public final class Attribution {

    private Attribution() {}

    /**
     * All entries of one deal, in the order in which they became known.
     *
     * @param history        facts of one deal
     * @param projectHistory facts of the projects it was ever for; those of other projects change nothing
     */
    public static List<Entry> entries(List<DealFact> history, List<ProjectFact> projectHistory) {
        var newest = history.stream().max(comparing(version -> version.fact().version()));
        if (newest.isEmpty()) {
            return List.of();
        }
        var book = new DealBook();
        var deal = newest.get();
        var ids = new ContentId();
        var places = new HashMap<Cell, Place>();
        var entries = new ArrayList<Entry>();
        for (var lesson : Lesson.of(history, projectHistory)) {
            lesson.learn(book)
                    .forEach((day, cells) -> cells.forEach((cell, change) -> entries.add(Entry.of(
                            ids,
                            deal.fact().subject(),
                            lesson,
                            day,
                            places.computeIfAbsent(cell, in -> deal.placedIn(ids, in)),
                            change))));
        }
        return entries;
    }
}
