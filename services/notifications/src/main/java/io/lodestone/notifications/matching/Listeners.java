package io.lodestone.notifications.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.lodestone.notifications.subscription.Audience;
import io.lodestone.notifications.subscription.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The subscriptions that are active now. Read anew for each batch of facts: there are hundreds at most. */
@ApplicationScoped
class Listeners {

    private static final String SELECT =
            "select id, filters, audience from subscription where status = 'ACTIVE' order by id";

    private final ObjectMapper json = Json.tolerant();

    private final DataSource database;

    Listeners(DataSource database) {
        this.database = database;
    }

    List<Listener> active() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT);
                var rows = select.executeQuery()) {
            var listeners = new ArrayList<Listener>();
            while (rows.next()) {
                listeners.add(new Listener(
                        rows.getObject("id", UUID.class),
                        json.readValue(rows.getString("filters"), Filters.class).filter(),
                        json.readValue(rows.getString("audience"), Audience.class)));
            }
            return listeners;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("could not read the subscriptions: " + e.getMessage(), e);
        }
    }
}
