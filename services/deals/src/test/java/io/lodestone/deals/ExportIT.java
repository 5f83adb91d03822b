package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Public deals in the forms that others have set. */
@QuarkusTest
@WithBackbone(service = "deals")
class ExportIT {

    private static final String PROJECT = UUID.randomUUID().toString();
    private static final String PUBLIC = "export-" + UUID.randomUUID();
    private static final String RESTRICTED = "export-" + UUID.randomUUID();

    private static final String HISTORY = """
            {"act":"due-diligence","effectiveOn":"2025-02-01"},{"act":"approval","effectiveOn":"2025-10-01","decidedBy":"The board"},{"act":"signing","effectiveOn":"2025-11-01"},{"act":"effectiveness","effectiveOn":"2025-11-02"},{"act":"disbursements","effectiveOn":"2025-11-03","amount":{"amount":"2.50","currency":"USD"}},{"act":"termination","effectiveOn":"2025-11-04","reason":"over"}""";

    @BeforeAll
    static void aProject() {
        project(PROJECT);
    }

    /** The second time they are there already. */
    @BeforeEach
    void twoDealsOfExim() {
        var lines = line(PUBLIC, "PUBLIC") + line(RESTRICTED, "RESTRICTED");
        var answer = Tokens.of("deal-officer", "deal-approver")
                .agency("EXIM")
                .subject("loader")
                .request()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(lines.getBytes(UTF_8))
                .post("/v1/deals/imports");
        assertThat(answer.asString()).contains("\"refused\":0");
    }

    @Test
    void anIatiFileHoldsEachPublicDealWithItsTransactions() {
        var answer = analyst().accept("application/vnd.iati+xml").get("/v1/exports/iati?agency=EXIM");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/vnd.iati+xml");
        var xml = answer.asString();
        assertThat(xml).contains("EXIM/" + PUBLIC).doesNotContain(RESTRICTED);
        var file = XmlPath.from(xml);
        assertThat(file.getString("iati-activities.@version")).isEqualTo("2.03");
        var activity = "iati-activities.'iati-activity'.find { it.'other-identifier'.@ref == 'EXIM/" + PUBLIC + "' }.";
        assertThat(file.getString(activity + "'activity-status'.@code")).isEqualTo("5");
        assertThat(file.getString(activity + "'recipient-country'.@code")).isEqualTo("BR");
        assertThat(file.getString(activity + "sector.@code")).isEqualTo("32264");
        assertThat(file.getString(activity + "'default-finance-type'.@code")).isEqualTo("421");
        assertThat(file.getList(activity + "transaction.'transaction-type'.@code", String.class))
                .containsExactly("12", "2", "3", "2");
        assertThat(file.getList(activity + "transaction.value", String.class))
                .containsExactly("5.00", "5.00", "2.50", "-2.50");
        assertThat(file.getList(activity + "transaction.'transaction-date'.'@iso-date'", String.class))
                .containsExactly("2025-01-01", "2025-11-01", "2025-11-03", "2025-11-04");
    }

    @Test
    void theListOfDealsIsThatFileForThoseWhoAcceptIt() {
        var answer = analyst().accept("application/vnd.iati+xml").get("/v1/deals?agency=EXIM");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/vnd.iati+xml");
        assertThat(answer.asString()).contains("EXIM/" + PUBLIC).doesNotContain(RESTRICTED);
        assertThatProblem(analyst().accept("application/vnd.iati+xml").get("/v1/deals?status=SIGNED"))
                .is(400, "malformed")
                .violates("status");
    }

    /** The standard prescribes which elements there are and in which order. */
    @Test
    void theElementsOfAnActivityStandInTheOrderOfTheStandard() throws Exception {
        var xml = analyst().accept("application/xml").get("/v1/exports/iati").asString();
        var order = List.of(
                "iati-identifier",
                "reporting-org",
                "title",
                "description",
                "participating-org",
                "other-identifier",
                "activity-status",
                "activity-date",
                "recipient-country",
                "sector",
                "default-flow-type",
                "default-finance-type",
                "transaction");
        var activities = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .getElementsByTagName("iati-activity");
        assertThat(activities.getLength()).isPositive();
        for (int i = 0; i < activities.getLength(); i++) {
            var places = new ArrayList<Integer>();
            for (var child = activities.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
                places.add(order.indexOf(child.getNodeName()));
            }
            assertThat(places).doesNotContain(-1).isSorted();
        }
    }

    @Test
    void eximsFileHasItsColumnsAndOneRowPerDecision() {
        var answer = analyst().accept("text/csv").get("/v1/exports/exim");
        assertThat(answer.statusCode()).isEqualTo(200);
        var rows = answer.asString().lines().toList();
        assertThat(rows.getFirst())
                .startsWith("\"Fiscal Year\",\"Unique Identifier\",\"Deal Number\",Decision,\"Decision Date\"")
                .endsWith("\"Undisbursed Exposure Amount\",\"Outstanding Exposure Amount\",Currency");
        assertThat(rows.stream().filter(row -> row.contains(PUBLIC)).findFirst().orElseThrow())
                .startsWith("2026,")
                .contains(",Approved,10/01/2025,11/02/2025,,Yes,Brazil,", "\"The board\"")
                .endsWith(",5.00,2.50,0.00,2.50,USD");
        assertThat(rows).noneMatch(row -> row.contains(RESTRICTED));
    }

    @Test
    void anUnknownAgencyIsNamedWithItsNearest() {
        var answer = analyst().accept("application/xml, application/json").get("/v1/exports/iati?agency=EXMI");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("EXMI is not a known code", "EXIM");
    }

    private static String line(String reference, String releaseClass) {
        return """
                {"reference":"%s","agency":"EXIM","instrument":"DIRECT_LOAN","title":"A loan & more","projectReference":"%s","obligor":{"name":"Miner","country":"BR"},"headline":{"amount":"5.00","currency":"USD"},"releaseClass":"%s","enterAs":"APPLIED","effectiveOn":"2025-01-01","history":[%s]}
                """.formatted(reference, PROJECT, releaseClass, HISTORY);
    }
}
