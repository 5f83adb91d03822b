package io.lodestone.local;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Throws a platform's local data away. */
@Command(name = "reset", description = "End the platform and throw its local data away; asks first.")
final class Reset implements Callable<Integer> {

    @Mixin
    private Main.Which which = new Main.Which();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        var state = which.state();
        if (!Files.exists(state.home())) {
            System.out.println("There is nothing to throw away.");
            return 0;
        }
        if (!yes && !Main.confirmed("Throw away all data under " + state.home() + "?")) {
            System.out.println("Nothing was changed.");
            return 1;
        }
        new Platform(state, new Progress(System.out)).down();
        Folders.delete(state.home());
        System.out.println("The local data are gone.");
        return 0;
    }
}
