package io.lodestone.deals.approval;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.Approve;
import io.lodestone.deals.deal.Act.Decline;
import io.lodestone.deals.view.DealView;
import io.lodestone.deals.view.Dealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The credit decision: locked, checked, decided and written down in one transaction. */
@ApplicationScoped
class Approval {

    private final Dealing dealing;

    Approval(Dealing dealing) {
        this.dealing = dealing;
    }

    @Transactional
    public DealView approve(UUID id, IfMatch ifMatch, Approve act) {
        return dealing.act(id, ifMatch, act);
    }

    @Transactional
    public DealView decline(UUID id, IfMatch ifMatch, Decline act) {
        return dealing.act(id, ifMatch, act);
    }
}
