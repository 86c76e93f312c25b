package io.github.terway4j.features.steps;

import io.cucumber.java.en.Given;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.features.stage.Stage;

/** What the kernel of this play knows: a real one is as it is, and an example that it cannot show says so. */
public final class KernelSteps {
    private final Stage stage;

    public KernelSteps(Stage stage) {
        this.stage = stage;
    }

    @Given("a kernel that knows IPvlan")
    public void knowsIpvlan() {
        AskedOfTheKernel.needs(stage.kernelKnows(LinkKind.IPVLAN), "skipped: this kernel knows no IPvlan");
    }

    @Given("a kernel that knows no IPvlan")
    public void knowsNoIpvlan() {
        stage.forgetIpvlan();
    }

    @Given("a kernel that knows bands")
    public void knowsBands() {
        AskedOfTheKernel.needs(
                stage.kernelHas(KernelFeature.BANDS), "skipped: this kernel knows no bands of priority (sch_prio)");
    }
}
