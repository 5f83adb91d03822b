package io.lodestone.query.asking;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.view.Sum;

/** An entry of the ledger as it is shown: the fact, when it took effect and when it was known, where, and by how much. */
record EntryView(Entry entry) {

    @JsonValue
    ObjectNode json() {
        var cell = entry.cell();
        var deal = cell.deal();
        var packageId = deal.packageId();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.id().toString())
                .put("factId", entry.factId().toString())
                .put("type", entry.type())
                .put("dealId", entry.dealId().toString())
                .put("reference", entry.reference())
                .put("effectiveOn", entry.effectiveOn().toString())
                .put("recordedAt", entry.recordedAt().toString())
                .put("releaseClass", entry.releaseClass())
                .put("agency", deal.agency())
                .put("instrument", deal.instrument())
                .put("program", deal.program())
                .put("mineral", cell.mineral())
                .put("segment", cell.segment())
                .put("country", cell.country())
                .put("obligor", deal.obligor())
                .put("obligorLei", deal.obligorLei())
                .put("package", packageId == null ? null : packageId.toString())
                .put("project", deal.projectId().toString())
                .put("status", deal.status())
                .put("currency", deal.currency());
        Sum.put(json, entry.amounts(), deal.currency());
        return json.put("presence", entry.presence());
    }
}
