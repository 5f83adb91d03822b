package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Tonnes;
import java.util.List;

/** All sides of one movement. They sum to zero: what leaves one account arrives in another. */
public record Postings(List<Posting> lines) {

    /** @throws IllegalArgumentException when they do not balance; that is our mistake, never a caller's */
    public Postings {
        lines = List.copyOf(lines);
        var sum = lines.stream().map(Posting::tonnes).reduce(Tonnes.ZERO, Tonnes::plus);
        if (sum.value().signum() != 0) {
            throw new IllegalArgumentException("a movement must balance to zero, not to " + sum);
        }
    }

    /** {@code tonnes} from one account to another. */
    public static Postings move(Tonnes tonnes, Account from, Account to) {
        return new Postings(List.of(new Posting(from, Tonnes.ZERO.minus(tonnes)), new Posting(to, tonnes)));
    }
}
