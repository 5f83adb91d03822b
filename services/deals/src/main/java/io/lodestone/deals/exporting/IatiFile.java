package io.lodestone.deals.exporting;

import io.lodestone.contracts.deals.DealEvent.DealSigned;
import io.lodestone.deals.exporting.Standing.Transaction;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes deals as activities of the IATI Standard 2.03, one after another. Lodestone reports on behalf of the agencies
 * (a secondary reporter); the agency is the funding organisation, the obligor the implementing one.
 */
final class IatiFile {

    private static final String LANGUAGE = "en";

    private final XMLStreamWriter xml;
    private final String reporter;

    /** @param reporter the publisher's organisation identifier */
    IatiFile(OutputStream out, String reporter) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        this.reporter = reporter;
    }

    void begin(Instant now) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("iati-activities");
        xml.writeAttribute("version", "2.03");
        xml.writeAttribute("generated-datetime", now.toString());
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    /** The standard prescribes the order of the elements. */
    void add(Told told) throws XMLStreamException {
        var deal = told.deal();
        var offer = deal.offer();
        xml.writeStartElement("iati-activity");
        xml.writeAttribute("last-updated-datetime", deal.changedAt().toString());
        xml.writeAttribute("xml:lang", LANGUAGE);
        xml.writeAttribute("default-currency", offer.headline().currency());
        xml.writeStartElement("iati-identifier");
        xml.writeCharacters(reporter + "-" + deal.id());
        xml.writeEndElement();
        begin("reporting-org", "ref", reporter, "type", "15", "secondary-reporter", "1");
        narrative("Lodestone");
        xml.writeEndElement();
        narrated("title", offer.title());
        narrated(
                "description",
                offer.agency().title() + ": " + offer.instrument() + " for " + offer.title()
                        + (offer.program() == null ? "" : ". " + offer.program()));
        organisation(
                "1",
                IatiCodes.organisationType(offer.agency().kind()),
                offer.agency().title());
        organisation("4", "70", offer.obligor().name());
        empty("other-identifier", "ref", offer.agency() + "/" + offer.reference(), "type", "A2");
        empty("activity-status", "code", IatiCodes.status(deal.status()));
        dates(told);
        if (told.country() != null) {
            empty("recipient-country", "code", told.country());
        }
        var sector = IatiCodes.sector(told.minerals());
        empty("sector", "vocabulary", sector.vocabulary(), "code", sector.code());
        empty("default-flow-type", "code", IatiCodes.flowType(offer.agency()));
        var financeType = IatiCodes.financeType(offer.instrument());
        if (financeType.isPresent()) {
            empty("default-finance-type", "code", financeType.get());
        }
        transactions(Standing.transactions(told.facts(), offer.instrument().exposureRule()));
        xml.writeEndElement();
    }

    /** Unsigned, a deal has no start yet; the standard wants a day, so it is the one the deal was first heard of. */
    private void dates(Told told) throws XMLStreamException {
        var signing = told.facts().stream().filter(DealSigned.class::isInstance).findFirst();
        if (signing.isPresent()) {
            empty(
                    "activity-date",
                    "type",
                    "2",
                    "iso-date",
                    signing.get().effectiveOn().toString());
        } else {
            empty(
                    "activity-date",
                    "type",
                    "1",
                    "iso-date",
                    told.facts().getFirst().effectiveOn().toString());
        }
        if (told.deal().status().next().isEmpty()) {
            empty(
                    "activity-date",
                    "type",
                    "4",
                    "iso-date",
                    told.last().effectiveOn().toString());
        }
    }

    private void transactions(List<Transaction> transactions) throws XMLStreamException {
        for (var transaction : transactions) {
            xml.writeStartElement("transaction");
            empty("transaction-type", "code", transaction.type().code());
            empty("transaction-date", "iso-date", transaction.on().toString());
            begin("value", "value-date", transaction.on().toString());
            xml.writeCharacters(transaction.amount().toPlainString());
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private void organisation(String role, String type, String name) throws XMLStreamException {
        begin("participating-org", "role", role, "type", type);
        narrative(name);
        xml.writeEndElement();
    }

    private void narrated(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        narrative(text);
        xml.writeEndElement();
    }

    private void narrative(String text) throws XMLStreamException {
        xml.writeStartElement("narrative");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void begin(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
