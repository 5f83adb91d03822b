package io.lodestone.local;

import picocli.CommandLine.Command;

/** What an operator can do with the facts that services keep on their way to Kafka. */
@Command(
        name = "outbox",
        description = "What services keep of the facts they sent.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = Refill.class)
final class OutboxCommand {}
