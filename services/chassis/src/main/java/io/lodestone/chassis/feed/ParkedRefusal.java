package io.lodestone.chassis.feed;

/** Why a parked fact cannot be redriven or skipped. */
public abstract sealed class ParkedRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ParkedRefusal(String message) {
        super(message);
    }

    /** Nothing is parked under that id, or no longer. */
    public static final class Unknown extends ParkedRefusal {

        private static final long serialVersionUID = 1L;

        Unknown(long id) {
            super("Nothing is parked under " + id + ", or no longer.");
        }
    }

    /** It does not hold back its key. */
    public static final class NotBlocking extends ParkedRefusal {

        private static final long serialVersionUID = 1L;

        private final long blocking;

        NotBlocking(long id, long blocking) {
            super(id + " waits behind " + blocking + ", which holds back their key. Redrive or skip " + blocking + ".");
            this.blocking = blocking;
        }

        /** The id of the one that does. */
        public long blocking() {
            return blocking;
        }
    }

    /** It is no fact of any key, so there is nothing to take in. */
    public static final class SetAside extends ParkedRefusal {

        private static final long serialVersionUID = 1L;

        SetAside(long id) {
            super(id + " is no fact that could be taken in. Let its producer send it again, then skip it.");
        }
    }

    /** Earlier versions of its key have come and wait behind it. */
    public static final class EarlierOnesWait extends ParkedRefusal {

        private static final long serialVersionUID = 1L;

        EarlierOnesWait(long id) {
            super("Earlier versions than " + id
                    + " have come and wait behind it. Redrive it: they are taken in first.");
        }
    }
}
