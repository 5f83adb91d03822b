package io.lodestone.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the platform and keeps its data. */
@Command(name = "down", description = "End the platform; the data stay.")
final class Down implements Runnable {

    @Mixin
    private Main.Which which = new Main.Which();

    @Override
    public void run() {
        var progress = new Progress(System.out);
        var platform = new Platform(which.state(), progress);
        if (Platform.names().stream().noneMatch(name -> platform.find(name).isPresent())) {
            progress.say("Lodestone does not run.");
        } else {
            progress.step("everything has ended; the data stay", platform::down);
        }
    }
}
