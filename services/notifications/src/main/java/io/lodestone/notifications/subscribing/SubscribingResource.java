package io.lodestone.notifications.subscribing;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.notifications.known.SinkAddresses;
import io.lodestone.notifications.subscription.Audience;
import io.lodestone.notifications.subscription.Subscription.Subscriber;
import io.lodestone.notifications.subscription.Subscription.Wish;
import io.lodestone.notifications.view.SubscriptionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/subscriptions")
@Produces("application/json")
@RolesAllowed({
    "deal-officer",
    "deal-approver",
    "project-registrar",
    "stockpile-manager",
    "analyst",
    "partner",
    "operator"
})
class SubscribingResource {

    /** What every one of these requests needs, so that the constructor stays short. */
    record Requests(Caller caller, Commands commands, Answers answers, Pages pages) {}

    private final Subscribing subscribing;
    private final SinkAddresses addresses;
    private final Requests http;

    SubscribingResource(
            Subscribing subscribing,
            SinkAddresses addresses,
            Caller caller,
            Commands commands,
            Answers answers,
            Pages pages) {
        this.subscribing = subscribing;
        this.addresses = addresses;
        this.http = new Requests(caller, commands, answers, pages);
    }

    @POST
    @Consumes("application/json")
    @Operation(summary = "Subscribes a webhook; this answer is the only one that shows the secret")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    public Response create(@Valid @NotNull CreateSubscription command) {
        var url = checked(command.sink().url());
        var sight = http.caller().sight();
        var subscriber = new Subscriber(http.caller().organisation(), new Audience(sight.classes(), sight.agency()));
        var wish = new Wish(command.name(), url, command.wanted());
        return http.commands().create(() -> subscribing.subscribe(subscriber, wish));
    }

    @GET
    @Operation(summary = "Your subscriptions in the order in which they were made")
    @APIResponseSchema(SubscriptionView.class)
    public Response list(@BeanParam PageRequest page) {
        var found = subscribing.many(http.caller().organisation(), page.after(), page.limit() + 1);
        return http.pages().answer(Page.of(found, page, SubscriptionView::id));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of your subscriptions")
    @APIResponseSchema(SubscriptionView.class)
    public Response get(@PathParam("id") UUID id) {
        return http.answers().of(subscribing.one(id, http.caller().organisation()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(summary = "Renames, filters anew, pauses or sets active again")
    @APIResponseSchema(SubscriptionView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull ChangeSubscription command) {
        var owner = http.caller().organisation();
        return http.commands().act(() -> subscribing.change(id, owner, ifMatch, command));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends the subscription; its deliveries go with it")
    public Response end(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch) {
        var owner = http.caller().organisation();
        return http.commands().remove(() -> subscribing.end(id, owner, ifMatch));
    }

    /** Before the transaction, because a name may have to be looked up. */
    private String checked(String url) {
        try {
            return addresses.check(url).toString();
        } catch (InvalidValue e) {
            throw new ProblemException(Problem.invalid("sink.url", String.valueOf(e.getMessage())));
        }
    }
}
