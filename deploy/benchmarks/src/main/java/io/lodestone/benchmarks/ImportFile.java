package io.lodestone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An NDJSON file of deals: 50 projects, 2,000 obligors, every tenth deal with a history of two acts. */
record ImportFile(Path path, int lines) {

    private static final int PROJECTS = 50;
    private static final int OBLIGORS = 2_000;

    private static final String LINE = """
            {"reference":"%s-%d","agency":"DFC","program":"Direct loan","instrument":"DIRECT_LOAN",\
            "title":"North Ridge lithium mine and concentrator, phase %d","projectReference":"BENCH-%d",\
            "obligor":{"name":"North Ridge Mining %d SpA","country":"CL"},\
            "headline":{"amount":"%d.00","currency":"USD"},"enterAs":"APPLIED","effectiveOn":"2025-01-15"%s}
            """;

    private static final String HISTORY = """
            ,"history":[{"act":"due-diligence","effectiveOn":"2025-02-01"},\
            {"act":"approval","effectiveOn":"2025-03-01","decidedBy":"The board"}]""";

    /** @param run begins every reference, so that no file has deals of another */
    static ImportFile write(Path path, String run, int lines) throws IOException {
        try (var out = Files.newBufferedWriter(path)) {
            for (int i = 1; i <= lines; i++) {
                out.write(LINE.formatted(
                        run, i, i % 9 + 1, i % PROJECTS + 1, i % OBLIGORS, 1_000_000 + i, i % 10 == 0 ? HISTORY : ""));
            }
        }
        return new ImportFile(path, lines);
    }
}
