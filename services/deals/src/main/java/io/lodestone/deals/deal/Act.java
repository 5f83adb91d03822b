package io.lodestone.deals.deal;

import io.lodestone.contracts.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that can be done to a deal once it is proposed; the fields are the request bodies'. {@code effectiveOn} is the day
 * the act took effect, today when left out. Constructors throw InvalidValue naming the field that is wrong.
 */
public sealed interface Act {

    @Nullable
    LocalDate effectiveOn();

    /** The obligor applies, for {@code headline} when it differs from the letter of interest. */
    record Apply(@Nullable Money headline, @Nullable LocalDate effectiveOn) implements Act {
        public Apply {
            if (headline != null) {
                headline.notNegative("headline");
            }
        }
    }

    record StartDueDiligence(@Nullable LocalDate effectiveOn) implements Act {}

    /** {@code amount} is the headline when left out; {@code decidedBy} names the body when the actor only records its decision. */
    record Approve(
            @Nullable Money amount,
            @Nullable LocalDate expiresOn,
            @Nullable String note,
            @Nullable String decidedBy,
            @Nullable LocalDate effectiveOn)
            implements Act {
        public Approve {
            if (amount != null) {
                amount.positive("amount");
            }
            Check.optionalText("note", note);
            Check.optionalText("decidedBy", decidedBy);
        }
    }

    record Decline(
            String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate effectiveOn) implements Act {
        public Decline {
            Check.text("reason", reason);
            Check.optionalText("decidedBy", decidedBy);
        }
    }

    /** {@code amount} is the authorized amount when left out; {@code contingent} is the maximum liability of a contingent instrument. */
    record Sign(
            @Nullable Money amount,
            @Nullable Money contingent,
            @Nullable LocalDate effectiveOn) implements Act {
        public Sign {
            if (amount != null) {
                amount.notNegative("amount");
            }
            if (contingent != null) {
                contingent.notNegative("contingent");
            }
        }
    }

    record SatisfyCondition(
            String key, String evidence, @Nullable LocalDate effectiveOn) implements Act {
        public SatisfyCondition {
            Check.text("evidence", evidence);
        }
    }

    /** {@code decidedBy} names the body when the actor only records its decision. */
    record WaiveCondition(
            String key,
            String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate effectiveOn) implements Act {
        public WaiveCondition {
            Check.text("reason", reason);
            Check.optionalText("decidedBy", decidedBy);
        }
    }

    record MakeEffective(@Nullable LocalDate effectiveOn) implements Act {}

    /** {@code amount} is the new authorized amount while approved, the new committed amount from signing on. */
    record Amend(
            @Nullable Money headline,
            @Nullable Money amount,
            @Nullable AskedTerms terms,
            @Nullable LocalDate expiresOn,
            String reason,
            @Nullable LocalDate effectiveOn)
            implements Act {
        public Amend {
            Check.text("reason", reason);
            if (headline != null) {
                headline.notNegative("headline");
            }
            if (amount != null) {
                amount.notNegative("amount");
            }
            if (headline == null && amount == null && terms == null && expiresOn == null) {
                Check.required("amount", null);
            }
        }
    }

    record Disburse(
            Money amount,
            @Nullable String tranche,
            @Nullable LocalDate effectiveOn) implements Act {
        public Disburse {
            Check.required("amount", amount).positive("amount");
            Check.optionalText("tranche", tranche);
        }
    }

    record CapitaliseInterest(Money amount, @Nullable LocalDate effectiveOn) implements Act {
        public CapitaliseInterest {
            Check.required("amount", amount).positive("amount");
        }
    }

    record ReceiveRepayment(
            Money principal,
            @Nullable Money interest,
            @Nullable LocalDate effectiveOn) implements Act {
        public ReceiveRepayment {
            Check.required("principal", principal).positive("principal");
            if (interest != null) {
                interest.notNegative("interest");
            }
        }
    }

    record AdjustLiability(
            Money contingent, String method, @Nullable LocalDate effectiveOn) implements Act {
        public AdjustLiability {
            Check.required("contingent", contingent).notNegative("contingent");
            Check.text("method", method);
        }
    }

    /** A statutory notice was sent; {@code ruleId} names the rule that demands it. Takes effect on {@code sentOn}. */
    record SendNotice(
            String ruleId,
            LocalDate sentOn,
            @Nullable String note,
            @Nullable LocalDate effectiveOn) implements Act {
        public SendNotice {
            Check.text("ruleId", ruleId, 60);
            Check.required("sentOn", sentOn);
            Check.optionalText("note", note);
            effectiveOn = effectiveOn == null ? sentOn : effectiveOn;
        }
    }

    /** A rule shall not hold the deal up; {@code decidedBy} names the body when the actor only records its decision. */
    record OverrideRule(
            String ruleId,
            String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate effectiveOn) implements Act {
        public OverrideRule {
            Check.text("ruleId", ruleId, 60);
            Check.text("reason", reason);
            Check.optionalText("decidedBy", decidedBy);
        }
    }

    record DeclareDefault(
            String reason,
            @Nullable LocalDate cureBy,
            @Nullable LocalDate effectiveOn) implements Act {
        public DeclareDefault {
            Check.text("reason", reason);
        }
    }

    record CureDefault(@Nullable String note, @Nullable LocalDate effectiveOn) implements Act {
        public CureDefault {
            Check.optionalText("note", note);
        }
    }

    /** {@code decidedBy} names the body when the actor only records its decision. */
    record WaiveDefault(
            String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate effectiveOn) implements Act {
        public WaiveDefault {
            Check.text("reason", reason);
            Check.optionalText("decidedBy", decidedBy);
        }
    }

    record DeferPayment(
            LocalDate until, String reason, @Nullable LocalDate effectiveOn) implements Act {
        public DeferPayment {
            Check.required("until", until);
            Check.text("reason", reason);
        }
    }

    record WriteOff(Money amount, String reason, @Nullable LocalDate effectiveOn) implements Act {
        public WriteOff {
            Check.required("amount", amount).positive("amount");
            Check.text("reason", reason);
        }
    }

    /** {@code amount}: only a part of what is signed and not drawn. */
    record Cancel(
            String reason, @Nullable Money amount, @Nullable LocalDate effectiveOn) implements Act {
        public Cancel {
            Check.text("reason", reason);
            if (amount != null) {
                amount.positive("amount");
            }
        }
    }

    record Terminate(String reason, @Nullable LocalDate effectiveOn) implements Act {
        public Terminate {
            Check.text("reason", reason);
        }
    }

    record Close(@Nullable LocalDate effectiveOn) implements Act {}

    /** The deal belongs to package {@code packageId} from now on; to none when it is null. */
    record Pack(
            @Nullable UUID packageId,
            String reason,
            @Nullable LocalDate effectiveOn) implements Act {
        public Pack {
            Check.text("reason", reason);
        }
    }

    /** What satisfied a condition is gone. */
    record ReopenCondition(
            String key, String reason, @Nullable LocalDate effectiveOn) implements Act {
        public ReopenCondition {
            Check.text("key", key);
            Check.text("reason", reason);
        }
    }

    /** Deal {@code causedBy}, of the same obligor or its group, is in default. */
    record FlagCrossDefault(
            UUID causedBy, String reason, @Nullable LocalDate effectiveOn) implements Act {
        public FlagCrossDefault {
            Check.required("causedBy", causedBy);
            Check.text("reason", reason);
        }
    }

    /** The default of deal {@code causedBy} is over. */
    record ClearCrossDefault(
            UUID causedBy, String reason, @Nullable LocalDate effectiveOn) implements Act {
        public ClearCrossDefault {
            Check.required("causedBy", causedBy);
            Check.text("reason", reason);
        }
    }
}
