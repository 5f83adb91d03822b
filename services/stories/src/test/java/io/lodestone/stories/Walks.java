package io.lodestone.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What a client of the load does, one resource at a time from its beginning; some commands are to be refused. */
final class Walks {

    private final Client client;
    private final Random random;
    private final Ground ground;
    private final String agency;
    private final Staff staff;

    /** Who asks. */
    private record Staff(Person officer, Person approver, Person registrar, Person keeper) {}

    Walks(Lodestone lodestone, Client client, Random random, Ground ground, String agency) {
        this.client = client;
        this.random = random;
        this.ground = ground;
        this.agency = agency;
        this.staff = new Staff(
                lodestone.person("olga", agency, "deal-officer"),
                lodestone.person("anna", agency, "deal-approver"),
                lodestone.person("rosa", "", "project-registrar"),
                lodestone.person("stella", "DLA", "stockpile-manager"));
    }

    /** One walk by chance; half of them are loans. */
    void one() throws InterruptedException {
        switch (random.nextInt(8)) {
            case 0 -> offtake();
            case 1, 2 -> project();
            case 3 -> stockpile();
            default -> loan();
        }
    }

    private void loan() throws InterruptedException {
        long cents = 1_000_000_00L + random.nextInt(100_000_000);
        var loan = new HashMap<>(Loans.loan(some(ground.projects()), amount(cents)));
        loan.put("agency", agency);
        var deal = begin(staff.officer(), Target.DEAL, loan);
        sometimesRefused(staff.officer(), Target.DEAL, deal + "/signing", Map.of());
        act(staff.officer(), Target.DEAL, deal + "/application", Map.of());
        act(staff.officer(), Target.DEAL, deal + "/due-diligence", Map.of());
        sometimesRefused(staff.officer(), Target.DEAL, deal + "/approval", Map.of()); // not by an officer
        act(staff.approver(), Target.DEAL, deal + "/approval", Map.of());
        act(staff.officer(), Target.DEAL, deal + "/signing", Map.of());
        act(staff.officer(), Target.DEAL, deal + "/effectiveness", Map.of());
        sometimesRefused(staff.officer(), Target.DEAL, deal + "/disbursements", Map.of("amount", dollars(cents + 1)));
        long drawn = 0;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            long part = cents / 3 - random.nextInt(1_000);
            act(staff.officer(), Target.DEAL, deal + "/disbursements", Map.of("amount", dollars(part)));
            drawn += part;
        }
        act(staff.officer(), Target.DEAL, deal + "/repayments", Map.of("principal", dollars(1 + drawn / 7)));
    }

    private void offtake() throws InterruptedException {
        var agreement = Map.of(
                "reference",
                "STORY-" + UUID.randomUUID(),
                "agency",
                agency,
                "projectId",
                some(ground.projects()),
                "seller",
                Map.of("name", "Miner", "country", "PK"),
                "buyer",
                Map.of("name", "Maker", "country", "US", "kind", "MANUFACTURER"),
                "mineral",
                "COPPER",
                "product",
                "Cathodes",
                "tonnesPerYear",
                "1000.000");
        var offtake = begin(staff.officer(), Target.OFFTAKE, agreement);
        sometimesRefused(staff.officer(), Target.OFFTAKE, offtake + "/in-force", Map.of());
        if (random.nextInt(3) == 0) {
            act(staff.officer(), Target.OFFTAKE, offtake + "/abandonment", Map.of("reason", "No price was found."));
            return;
        }
        act(staff.officer(), Target.OFFTAKE, offtake + "/signing", Map.of());
        act(staff.officer(), Target.OFFTAKE, offtake + "/in-force", Map.of());
        act(staff.officer(), Target.OFFTAKE, offtake + "/termination", Map.of("reason", "The mine is flooded."));
    }

    private void project() throws InterruptedException {
        var project = begin(staff.registrar(), Target.PROJECT, Loans.sheet());
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            var capex = Loans.money(random.nextInt(1, 1_000_000_000) + ".00");
            act(staff.registrar(), Target.PROJECT, project + "/revisions", Map.of("capex", capex));
        }
        sometimesRefused(staff.registrar(), Target.PROJECT, project + "/stage", Map.of("stage", "CLOSED"));
        act(staff.registrar(), Target.PROJECT, project + "/stage", Map.of("stage", "CONSTRUCTION"));
        act(staff.registrar(), Target.PROJECT, project + "/stage", Map.of("stage", "COMMISSIONING"));
    }

    private void stockpile() throws InterruptedException {
        var stockpile = "/" + some(ground.stockpiles());
        for (int times = 1 + random.nextInt(5); times > 0; times--) {
            sometimesRefused(staff.keeper(), Target.STOCKPILE, stockpile + "/receipts", receipt(0));
            act(staff.keeper(), Target.STOCKPILE, stockpile + "/receipts", receipt(random.nextInt(1, 1_000_000)));
        }
    }

    private String begin(Person who, Target target, Map<String, ?> body) throws InterruptedException {
        var command = new Command(who, target, "", body, true);
        client.give(command);
        return "/" + command.id();
    }

    private void act(Person who, Target target, String verb, Map<String, ?> body) throws InterruptedException {
        client.give(new Command(who, target, verb, body, true));
    }

    private void sometimesRefused(Person who, Target target, String verb, Map<String, ?> body)
            throws InterruptedException {
        if (random.nextInt(4) == 0) {
            client.give(new Command(who, target, verb, body, false));
        }
    }

    private String some(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static Map<String, Object> receipt(long kilograms) {
        return Map.of(
                "mineral", "COBALT",
                "form", "METAL",
                "grade", "99.8",
                "tonnes", "%d.%03d".formatted(kilograms / 1_000, kilograms % 1_000),
                "countryOfOrigin", "ZM",
                "supplier", "Konkola Mines",
                "location", "Warehouse 7");
    }

    private static Map<String, Object> dollars(long cents) {
        return Loans.money(amount(cents));
    }

    private static String amount(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
