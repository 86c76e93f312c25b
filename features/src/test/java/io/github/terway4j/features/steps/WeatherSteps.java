package io.github.terway4j.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.throttle.CallRates;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/** How the cloud is today: late, forgetful, out of order. */
public final class WeatherSteps {
    private final Stage stage;
    private QuirkPlan plan = QuirkPlan.CALM;

    public WeatherSteps(Stage stage) {
        this.stage = stage;
    }

    private void comes(Spell spell) {
        plan = plan.and(spell);
        stage.follow(plan);
    }

    private void comes(Quirk quirk, Duration length) {
        comes(Spell.of(quirk).lasting(length));
    }

    @When("for {length} the cloud is out of order")
    public void isOutOfOrder(Duration length) {
        comes(new Quirk.Refused(Calls.ALL, CallRefusal.SERVICE_UNAVAILABLE), length);
    }

    @When("for {length} the cloud's answers to requests for addresses are lost")
    public void answersAboutAddressesAreLost(Duration length) {
        comes(new Quirk.AnswerLost(Calls.to("AssignPrivateIpAddresses")), length);
    }

    @When("for {length} the cloud's answers to requests for ENIs are lost")
    public void answersAboutEnisAreLost(Duration length) {
        comes(new Quirk.AnswerLost(Calls.to("CreateNetworkInterface")), length);
    }

    @When("requests for addresses take effect {length} after the agent has given them up")
    public void effectsAreLate(Duration late) {
        stage.delay("assign", late);
    }

    @When("requests for ENIs take effect {length} after the agent has given them up")
    public void enisAreLate(Duration late) {
        stage.delay("create", late);
    }

    @When("requests to take addresses back take effect {length} after the agent has given them up")
    public void takingIsLate(Duration late) {
        stage.delay("unassign", late);
    }

    @When("requests for addresses take effect at once again")
    @When("requests take effect at once again")
    public void effectsAreInTime() {
        stage.delayNothing();
    }

    @When("for {length} the cloud shows ENIs as they were {length} ago")
    public void showsThePast(Duration length, Duration past) {
        comes(new Quirk.DescriptionLags(past), length);
    }

    @Given("an ENI's device comes {length} after the cloud has called it in use")
    public void devicesAreLate(Duration late) {
        comes(Spell.of(new Quirk.DeviceLate(late)));
    }

    @When("for {length} the cloud begins detachments and deletions, and does not go on with them")
    public void goingHangs(Duration length) {
        comes(new Quirk.DetachmentHangs(), length);
        comes(new Quirk.DeletionHangs(), length);
    }

    @Given("attaching an ENI takes {length}")
    public void attachingTakes(Duration length) {
        stage.cloud().temper(new EniTemper(exactly(length), EniTemper.CALM.detaching(), EniTemper.CALM.deleting()));
    }

    @Given("attaching, detaching and deleting an ENI take {length} each")
    public void everythingTakes(Duration length) {
        stage.cloud().temper(new EniTemper(exactly(length), exactly(length), exactly(length)));
    }

    private static Spread exactly(Duration length) {
        return Spread.ofMillis(length.toMillis(), length.toMillis());
    }

    @Given("the cloud bears {int} calls a minute")
    public void bears(int calls) {
        stage.cloud().throttle().allow(new CallRates(Map.of(), OptionalInt.empty(), OptionalInt.of(calls)));
    }

    @Given("agents call the cloud by HTTP")
    public void byHttp() {
        stage.callTheCloudByHttp();
    }

    @Given("the cloud says {word} where a vSwitch has no address left")
    public void saysOfEmptiness(String code) {
        var told = Arrays.stream(ExhaustionCode.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        comes(Spell.of(new Quirk.ExhaustionToldAs(told)));
    }

    @When("for {length} the cloud answers every call with {word}")
    public void answersWith(Duration length, String code) {
        var why = Arrays.stream(CallRefusal.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        comes(new Quirk.Refused(Calls.ALL, why), length);
    }
}
