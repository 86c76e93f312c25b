package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.features.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** ENIs that are attached to nothing. */
public final class OrphanSteps {
    private static final Tags EXCLUDED = Tags.of("terway.alibabacloud.com/excluded", "true");

    private final Stage stage;
    private final List<EniId> lying = new ArrayList<>();

    public OrphanSteps(Stage stage) {
        this.stage = stage;
    }

    /** Whose an ENI is, as its tags say it. */
    @ParameterType("was made for another node|Terway has left|somebody else has made|has no tag at all")
    public Tags whose(String words) {
        return switch (words) {
            case "was made for another node" ->
                Marks.madeFor(new InstanceId("i-other")).and(Marks.CREATOR);
            case "Terway has left" -> Marks.CREATOR;
            case "somebody else has made" -> Tags.of("team", "storage");
            default -> Tags.NONE;
        };
    }

    @Given("an ENI that was made for {node} lies about, attached to nothing")
    public void lies(String node) {
        leave(madeFor(node));
    }

    @Given("an ENI that was made for {node}, and that somebody has tagged to be left alone, lies about")
    public void excludedLies(String node) {
        leave(madeFor(node).and(EXCLUDED));
    }

    @Given("an ENI that {whose} lies about, attached to nothing")
    public void othersLies(Tags whose) {
        leave(whose);
    }

    private Tags madeFor(String node) {
        return Marks.madeFor(stage.node(node).instance().id()).and(Marks.CREATOR);
    }

    private void leave(Tags tags) {
        lying.add(stage.landscape().lieAbout(tags));
    }

    @Then("the ENI that lay about is deleted")
    public void areDeleted() {
        assertFalse(lying.isEmpty());
        assertEquals(List.of(), there());
    }

    @Then("the ENI lies there still")
    public void isThere() {
        assertEquals(lying, there());
    }

    private List<EniId> there() {
        return lying.stream().filter(eni -> stage.cloud().eni(eni).isPresent()).toList();
    }
}
