package io.lodestone.stockpiles.browsing;

import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.stockpiles.stockpile.Account;
import io.lodestone.stockpiles.stockpile.Basis;
import io.lodestone.stockpiles.stockpile.Movement;
import io.lodestone.stockpiles.stockpile.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement of the ledger.
 *
 * @param number         counts the stockpile's movements from 1
 * @param previousDigest the digest of the movement before, 64 zeros for the first
 * @param digest         SHA-256 over the previous digest and this movement's content; the README says how it is computed
 */
record MovementView(
        UUID id,
        long number,
        Movement.Kind kind,
        Mineral mineral,
        String form,
        String grade,
        Basis basis,
        List<PostingView> postings,
        @Nullable String reason,
        @Nullable String authority,
        LocalDate effectiveOn,
        Instant recordedAt,
        String previousDigest,
        String digest) {

    /** {@code tonnes} into the account, out of it when negative; the postings of a movement sum to zero. */
    record PostingView(
            Account.Kind account,
            @Nullable UUID lotId,
            @Nullable String place,
            String key,
            Tonnes tonnes) {

        static PostingView of(Posting posting) {
            var account = posting.account();
            return new PostingView(account.kind(), account.lot(), account.place(), account.key(), posting.tonnes());
        }
    }

    static MovementView of(Movement movement) {
        var substance = movement.substance();
        return new MovementView(
                movement.id(),
                movement.number(),
                movement.kind(),
                substance.mineral(),
                substance.form(),
                substance.grade(),
                substance.basis(),
                movement.postings().stream().map(PostingView::of).toList(),
                movement.reason(),
                movement.authority(),
                movement.effectiveOn(),
                movement.recordedAt(),
                movement.previousDigest(),
                movement.digest());
    }
}
