package io.lodestone.chassis.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Answers with a list, in the form that {@code Accept} asks for: a page as JSON, or all of it as NDJSON or CSV, streamed
 * in memory that does not grow with it.
 */
@ApplicationScoped
public class Lists {

    /** Last of what a list {@code @Produces}, so that a type that it does not know is refused here, with those it knows. */
    public static final String ANYTHING = "*/*;qs=0.1";

    /** A slow reader holds a thread; this many leave enough for everybody else. */
    private static final int STREAMS_MAX = 6;

    private static final MediaType NDJSON = MediaType.valueOf(Imports.NDJSON);
    private static final MediaType CSV = MediaType.valueOf(Imports.CSV);

    private final Semaphore streams = new Semaphore(STREAMS_MAX);
    private final Pages pages;
    private final ObjectMapper json;
    private final Request asked;

    Lists(Pages pages, ObjectMapper json, Request asked) {
        this.pages = pages;
        this.json = json;
        this.asked = asked;
    }

    /**
     * @throws ProblemException 400 for a sort, field, cursor or limit that the list does not know, 406 when none of the
     *     forms is accepted, 429 when too many streams are being read
     */
    public <E, V> Response answer(Listing<E, V> listing, ListRequest request, Listing.Query<E> query) {
        var fields = request.fields(listing.view());
        var order = Order.of(listing, request.sort);
        var form = asked.selectVariant(
                Variant.mediaTypes(APPLICATION_JSON_TYPE, NDJSON, CSV).build());
        if (form == null) {
            throw notAcceptable(listing);
        }
        if (form.getMediaType().equals(NDJSON)) {
            ListStream.Form<E> lines = row -> json.writeValueAsString(only(fields, row, listing)) + "\n";
            return streamed(new ListStream<>(order, request.page.after, query, "", lines, streams), NDJSON);
        }
        if (form.getMediaType().equals(CSV)) {
            var columns = CsvColumns.of(listing.view(), fields);
            ListStream.Form<E> lines =
                    row -> columns.line(json.valueToTree(listing.of().apply(row)));
            return streamed(new ListStream<>(order, request.page.after, query, columns.header(), lines, streams), CSV);
        }
        return page(listing, fields, order, request.page, query);
    }

    private <E, V> Response page(
            Listing<E, V> listing, Set<String> fields, Order<E> order, PageRequest request, Listing.Query<E> query) {
        int limit = request.limit();
        var found = query.find(order.slice(request.after, limit + 1));
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var page = new Page<>(
                shown.stream().map(row -> only(fields, row, listing)).toList(),
                found.size() > limit ? order.cursor(shown.getLast()) : null);
        return Response.fromResponse(pages.answer(page))
                .type(APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response streamed(ListStream<?> rows, MediaType type) {
        return Response.ok(rows)
                .type(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private <E, V> Object only(Set<String> fields, E row, Listing<E, V> listing) {
        var view = listing.of().apply(row);
        if (fields.size() == listing.view().getRecordComponents().length) {
            return view;
        }
        ObjectNode tree = json.valueToTree(view);
        return tree.retain(fields);
    }

    private static ProblemException notAcceptable(Listing<?, ?> listing) {
        var allowed = new ArrayList<>(List.of(APPLICATION_JSON_TYPE.toString(), Imports.NDJSON, Imports.CSV));
        allowed.addAll(listing.also());
        return new ProblemException(Problem.of(406, "not-acceptable", "A list is answered as one of " + allowed + ".")
                .with("allowed", allowed));
    }
}
