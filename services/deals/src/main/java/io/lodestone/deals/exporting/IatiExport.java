package io.lodestone.deals.exporting;

import io.lodestone.contracts.catalogue.Agency;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import javax.xml.stream.XMLStreamException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Public deals as an IATI file, under whichever address it is asked for. */
@ApplicationScoped
class IatiExport {

    static final String TYPE = "application/vnd.iati+xml";

    private final PublicDeals deals;
    private final Clock clock;
    private final String reporter;

    /** @param reporter the publisher's organisation identifier */
    IatiExport(PublicDeals deals, Clock clock, @ConfigProperty(name = "deals.iati.reporting-org") String reporter) {
        this.deals = deals;
        this.clock = clock;
        this.reporter = reporter;
    }

    /** @param agency null for all */
    void write(@Nullable Agency agency, OutputStream out) throws IOException {
        try {
            var file = new IatiFile(out, reporter);
            file.begin(clock.instant());
            deals.each(agency, deal -> add(file, deal));
            file.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void add(IatiFile file, Told deal) throws IOException {
        try {
            file.add(deal);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
