package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.ParkedRows.Key;
import io.lodestone.chassis.simulation.Invariant;
import java.util.ArrayList;
import java.util.List;

/** Consumers with one bug each, known from elsewhere; a simulator that does not find them is too weak. */
enum PlantedFeed implements FeedParts {
    BOOKS_AFTER_THE_EFFECT(Invariant.ONE_EFFECT) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            return new FeedMachine<>(new BooksApart(database), new Ledger(database), batch);
        }
    },
    BOOKS_BEFORE_THE_EFFECT(Invariant.ONE_EFFECT) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            var later = new ArrayList<Figure>();
            var ledger = new Ledger(database);
            var books = new FeedDatabase() {
                @Override
                public <R> R inTransaction(Work<R> work) {
                    later.clear();
                    var result = database.inTransaction(work);
                    if (!later.isEmpty()) {
                        database.inTransaction(_ -> {
                            ledger.on(later);
                            return later;
                        });
                    }
                    return result;
                }
            };
            return new FeedMachine<>(
                    books,
                    new Ledger(database) {
                        @Override
                        public void on(List<Figure> heard) {
                            if (heard.stream().anyMatch(Figure::refused)) {
                                super.on(heard);
                            }
                            later.addAll(heard);
                        }
                    },
                    batch);
        }
    },
    NO_FENCING(Invariant.ONE_EFFECT) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            return new FeedMachine<>(new Trusting(database, batch, true), new Ledger(database), batch);
        }
    },
    OFFSETS_GO_BACK(Invariant.OFFSETS_ONLY_GROW) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            return NO_FENCING.machine(database, batch);
        }
    },
    VERSIONS_FORGOTTEN(Invariant.ONE_EFFECT) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            return new FeedMachine<>(new Trusting(database, batch, false), new Ledger(database), batch);
        }
    },
    INCREMENT_INSTEAD_OF_DIFFERENCE(Invariant.SUMS_ADD_UP) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            var ledger = new Ledger(database) {
                @Override
                void move(String currency, long amount) {
                    if (amount > 0) {
                        super.move(currency, amount);
                    }
                }
            };
            return new FeedMachine<>(database, ledger, batch);
        }
    },
    FAILURE_LOGGED_AND_FORGOTTEN(Invariant.OWN_KEY_ONLY) {
        @Override
        public FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
            var ledger = new Ledger(database) {
                @Override
                public void on(List<Figure> heard) {
                    super.on(heard.stream().filter(figure -> !figure.refused()).toList());
                }
            };
            return new FeedMachine<>(database, ledger, batch);
        }
    },
    QUEUE_NOT_HELD(Invariant.OWN_KEY_ONLY) {
        @Override
        public Redrive<Figure> redrive(SimulatedFeedDatabase database, Key key) {
            var unheld = new FeedDatabase() {
                @Override
                public <R> R inTransaction(Work<R> work) {
                    return database.transaction(own -> work.in(new RowsOf(own) {
                        @Override
                        public ParkedRows parked() {
                            return new SimulatedParkedRows(own) {
                                @Override
                                public void lockTopic(String topic) {
                                    // forgotten
                                }
                            };
                        }
                    }));
                }
            };
            return new Redrive<>(unheld, new Ledger(database), key);
        }

        @Override
        public boolean mends() {
            return true;
        }
    },
    SILENT_TRANSACTION_NEVER_ENDED(Invariant.DRAINS) {
        @Override
        public boolean endsIdleTransactions() {
            return false;
        }
    };

    private final Invariant breaks;

    PlantedFeed(Invariant breaks) {
        this.breaks = breaks;
    }

    Invariant breaks() {
        return breaks;
    }
}
