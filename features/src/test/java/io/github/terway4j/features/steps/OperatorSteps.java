package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.util.List;

/** What operators have: vSwitches, instance types, and keys of {@code eni_conf}. */
public final class OperatorSteps {
    private final Stage stage;
    private final Shapes shapes;

    public OperatorSteps(Stage stage, Shapes shapes) {
        this.stage = stage;
        this.shapes = shapes;
    }

    @Given("a vSwitch {word} with {int} addresses")
    public void vSwitch(String name, int addresses) {
        stage.landscape().addVSwitch(name, addresses);
        hasFree(name, addresses);
    }

    @Given("the pods of {node} get addresses of {vSwitches}")
    public void podsGetAddressesOf(String node, List<String> vSwitches) {
        shapes.change(node, shape -> shape.in(vSwitches));
    }

    @When("the operator has the pods of {node} get addresses of {vSwitches} from now on")
    public void podsGetAddressesOfNow(String node, List<String> vSwitches) {
        shapes.changeNow(node, shape -> shape.in(vSwitches));
    }

    @Given("{node}, of type {word}")
    public void nodeOfType(String name, String type) {
        shapes.announce(NodeShape.usual(name)
                .of(InstanceTypes.known().type(type).limits())
                .keeping(0, 0));
    }

    @Given("{node}, of a type with {int} ENIs of {int} addresses, or {int} together with members")
    public void nodeOfType(String name, int enis, int addresses, int members) {
        shapes.announce(NodeShape.usual(name)
                .of(NodeShape.limits(enis, members, addresses))
                .keeping(0, 0));
    }

    @Given("{word} is {word} on {node}")
    public void isSet(String key, String value, String node) {
        shapes.change(node, shape -> shape.with(key, read(value)));
    }

    @When("the operator sets {word} to {word} on {node}")
    public void sets(String key, String value, String node) {
        shapes.changeNow(node, shape -> shape.with(key, read(value)));
    }

    @When("the operator has {node} keep {int} to {int} addresses at hand from now on")
    public void keepsNow(String node, int least, int most) {
        shapes.changeNow(node, shape -> shape.keeping(least, most));
    }

    @Then("the vSwitch {word} has {int} free addresses")
    public void hasFree(String name, int addresses) {
        assertEquals(addresses, stage.landscape().free(name), name);
    }

    private static Object read(String value) {
        if (value.matches("-?[0-9]+")) {
            return Long.valueOf(value);
        }
        return value.matches("true|false") ? (Object) Boolean.valueOf(value) : value;
    }
}
