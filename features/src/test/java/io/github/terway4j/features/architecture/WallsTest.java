package io.github.terway4j.features.architecture;

import static io.github.terway4j.features.architecture.Claim.weKeep;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class WallsTest {
    @Test
    void the_domain_knows_only_the_pure_part_of_the_jdk() {
        weKeep(Walls::theDomainKnowsOnlyTheJdksPurePart, "domain.lease.ReadsAFile", "domain.lease.KnowsAPort");
    }

    @Test
    void ports_know_only_the_domain() {
        weKeep(Walls::portsKnowOnlyTheDomain, "ports.out.KnowsItsKeeper");
    }

    @Test
    void use_cases_meet_the_world_through_ports_alone() {
        weKeep(
                Walls::useCasesMeetTheWorldThroughPortsAlone,
                "app.usecase.CallsAnAdapter",
                "app.usecase.KnowsItIsSimulated",
                "app.usecase.OpensAFile");
    }

    @Test
    void configuration_knows_plain_json_ports_and_domain_alone() {
        weKeep(
                Walls::configurationKnowsPlainJsonPortsAndDomainAlone,
                "app.config.IsInjected",
                "app.config.KnowsTheSimulator");
    }

    @Test
    void the_simulator_knows_neither_adapters_nor_the_product() {
        weKeep(Walls::theSimulatorKnowsNeitherAdaptersNorTheProduct, "simulator.kernel.BorrowsFromAnAdapter");
    }

    @Test
    void adapters_know_neither_the_product_nor_the_simulator() {
        weKeep(Walls::adaptersKnowNeitherTheProductNorTheSimulator, "adapters.cni.CallsAUseCase");
    }

    @Test
    void adapters_do_not_know_each_other() {
        weKeep(Walls::adaptersDoNotKnowEachOther, "adapters.cni.AsksItsNeighbour");
    }

    @Test
    void only_who_opens_things_knows_adapters() {
        weKeep(
                Walls::onlyWhoOpensThingsKnowsAdapters,
                "app.KnowsEverybody",
                "app.usecase.CallsAnAdapter",
                "app.wiring.OpensByItself");
    }

    @Test
    void only_the_stage_knows_the_simulator() {
        weKeep(
                Walls::onlyTheStageKnowsTheSimulator,
                "app.KnowsEverybody",
                "app.agent.KnowsItIsSimulated",
                "app.config.KnowsTheSimulator",
                "app.usecase.KnowsItIsSimulated");
    }

    @Test
    void foreign_types_stay_in_their_adapter() {
        weKeep(
                Walls::foreignTypesStayInTheirAdapter,
                "adapters.cni.ReadsJsonByItself",
                "adapters.cni.CallsNatively",
                "adapters.json.BringsALibraryIn",
                "app.config.IsInjected");
    }

    @ParameterizedTest
    @FieldSource("io.github.terway4j.features.architecture.Foreign#LANGUAGES")
    void every_foreign_language_named_is_spoken(Foreign foreign) {
        assertTrue(foreign.isSpoken(House.ours()), () -> "nobody speaks " + foreign + " any more");
    }

    @Test
    void a_foreign_language_that_nobody_speaks_is_found_out() {
        var dagger = Foreign.LANGUAGES.getLast();
        assertTrue(dagger.isSpoken(House.crooked()));
        assertFalse(dagger.isSpoken(House.crooked().without(List.of("app.config.IsInjected", "app.wiring.Wires"))));
    }

    @Test
    void packages_do_not_go_in_circles() {
        weKeep(Walls::packagesDoNotGoInCircles, "domain.lease.KnowsThePool");
    }
}
