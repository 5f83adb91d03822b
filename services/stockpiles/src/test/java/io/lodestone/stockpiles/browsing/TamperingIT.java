package io.lodestone.stockpiles.browsing;

import static io.lodestone.stockpiles.Callers.act;
import static io.lodestone.stockpiles.Callers.analyst;
import static io.lodestone.stockpiles.Callers.opened;
import static io.lodestone.stockpiles.Callers.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with a database console. */
@QuarkusTest
@WithBackbone(service = "stockpiles")
class TamperingIT {

    private final DataSource database;

    private String id = "";

    @Inject
    TamperingIT(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void threeLots() {
        id = opened();
        for (int i = 0; i < 3; i++) {
            act(id, "receipts", receipt()).then().statusCode(200);
        }
    }

    @Test
    void anEditedMovementIsFound() throws SQLException {
        console("update movement set reason = 'never mind' where stockpile_id = ? and number = 2");

        verification().body("intact", equalTo(false)).body("brokenAt", equalTo(2));
    }

    @Test
    void aMovementCutOffAtTheEndIsFound() throws SQLException {
        console("delete from movement where stockpile_id = ? and number = 3");

        verification().body("intact", equalTo(false)).body("brokenAt", equalTo(3));
    }

    @Test
    void anEditedBalanceIsFound() throws SQLException {
        console("update balance set tonnes = tonnes + 1 where stockpile_id = ? and kind = 'SUPPLIER'");

        verification()
                .body("intact", equalTo(false))
                .body("wrongAccounts[0]", equalTo("SUPPLIER:COBALT/METAL/99.8/GROSS"));
    }

    @Test
    void theTableItselfRefusesANegativeBalance() {
        assertThatThrownBy(() ->
                        console("update balance set tonnes = -0.000001 where stockpile_id = ? and kind = 'ON_HAND'"))
                .isInstanceOf(SQLException.class);
        verification().body("intact", equalTo(true));
    }

    private ValidatableResponse verification() {
        return analyst()
                .get("/v1/stockpiles/" + id + "/movements/verification")
                .then()
                .statusCode(200);
    }

    private void console(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
