package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.Complaint;
import io.github.terway4j.domain.pod.NetworkPriority;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.pod.PodPhase;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PodReadingTest {
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final LinkName ETH1 = new LinkName("eth1");

    private static PodBuilder pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("u-1")
                .endMetadata()
                .withNewSpec()
                .endSpec();
    }

    private static Pod annotated(String name, String value) {
        return pod().editMetadata().addToAnnotations(name, value).endMetadata().build();
    }

    @Test
    void what_others_write_on_a_pod_and_what_we_write_ourselves_makes_it_no_other_pod() {
        var plain = PodReading.facts(pod().build());
        assertEquals(plain, PodReading.facts(annotated("example.com/heartbeat", "now")));
        assertEquals(plain, PodReading.facts(annotated("k8s.aliyun.com/pod-ips", "10.0.0.5")));
    }

    @Test
    void the_image_of_a_static_pod_has_the_uid_that_the_kubelet_knows() {
        assertEquals("u-1", PodReading.facts(pod().build()).uid());
        assertEquals(
                "77c5",
                PodReading.facts(annotated("kubernetes.io/config.mirror", "77c5"))
                        .uid());
    }

    @Test
    void what_is_for_us_is_kept_word_for_word() {
        var facts = PodReading.facts(annotated("k8s.aliyun.com/network-priority", "guaranteed"));
        assertEquals(NetworkPriority.GUARANTEED, facts.priority());
    }

    @Test
    void a_pod_asks_of_its_eni_what_one_of_its_containers_is_given() {
        var asking = pod().editSpec()
                .addNewContainer()
                .withName("a")
                .endContainer()
                .addNewContainer()
                .withName("b")
                .withNewResources()
                .addToLimits("aliyun/erdma", new Quantity("1"))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        assertEquals(EniWish.RDMA, PodReading.facts(asking).wish());
        var member = pod().editSpec()
                .addNewContainer()
                .withName("a")
                .withNewResources()
                .addToLimits("aliyun/member-eni", new Quantity("1"))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        assertEquals(EniWish.MEMBER, PodReading.facts(member).wish());
        var both = new PodBuilder(member)
                .editSpec()
                .addNewInitContainer()
                .withName("first")
                .withNewResources()
                .addToLimits("aliyun/eni", new Quantity("1"))
                .endResources()
                .endInitContainer()
                .endSpec()
                .build();
        assertEquals(
                List.of(EniWish.MEMBER, EniWish.WHOLE), PodReading.facts(both).wishes());
        assertTrue(PodReading.facts(both).contradiction().isPresent());
        var refusing = pod().editSpec()
                .addNewContainer()
                .withName("a")
                .withNewResources()
                .addToLimits("aliyun/erdma", new Quantity("0"))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        assertEquals(EniWish.ANY, PodReading.facts(refusing).wish());
    }

    @Test
    void a_pod_is_of_the_kind_of_its_controller_and_of_no_other_owner() {
        var owned = pod().editMetadata()
                .addNewOwnerReference()
                .withKind("Node")
                .withName("n")
                .endOwnerReference()
                .addNewOwnerReference()
                .withKind("StatefulSet")
                .withName("db")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .build();
        assertEquals("statefulset", PodReading.facts(owned).workload().kind());
    }

    @Test
    void an_address_is_kept_for_a_pod_that_says_so_in_any_way_that_go_knows() {
        for (var yes : List.of("true", "True", "1", "t")) {
            assertTrue(PodReading.facts(annotated("k8s.aliyun.com/pod-ip-reservation", yes))
                    .workload()
                    .keepsAddress());
        }
        var unsure = PodReading.facts(annotated("k8s.aliyun.com/pod-ip-reservation", "yes please"));
        assertTrue(!unsure.workload().keepsAddress());
        assertEquals(
                List.of(
                        "k8s.aliyun.com/pod-ip-reservation says \"yes please\", which is neither yes nor no; it takes true"
                                + " or false"),
                unsure.complaints().stream().map(Complaint::words).toList());
    }

    @Test
    void several_networks_are_several_interfaces_with_what_lies_behind_each() {
        var interfaces =
                PodReading.facts(annotated(PodInterfaces.ANNOTATION, """
                        {"podNetworks": [
                          {"interface": "eth0", "vSwitchOptions": ["vsw-1"], "securityGroupIDs": ["sg-1"]},
                          {"interface": "eth1", "defaultRoute": true, "extraRoutes": [{"dst": "10.8.0.0/16"}]}]}""")).interfaces();
        assertTrue(interfaces.isDefault(ETH1));
        assertTrue(!interfaces.isDefault(ETH0));
        assertEquals(List.of(Cidr.parse("10.8.0.0/16")), interfaces.routes(ETH1));
        assertEquals(List.of(), interfaces.complaints());
    }

    @Test
    void networks_that_make_no_sense_leave_the_usual_one_and_a_complaint() {
        for (var nonsense : List.of(
                "eth1",
                "[]",
                "{\"podNetworks\": {}}",
                "{\"podNetworks\": [7]}",
                "{\"podNetworks\": [{\"interface\": \"an interface\"}]}",
                "{\"podNetworks\": [{\"interface\": \"eth1\"}, {\"interface\": \"eth1\"}]}",
                "{\"podNetworks\": [{\"interface\": \"eth1\", \"defaultRoute\": \"yes\"}]}",
                "{\"podNetworks\": [{\"interface\": \"eth1\", \"extraRoutes\": [{\"dst\": \"everywhere\"}]}]}",
                "{\"podNetworks\": [{\"interface\": \"eth1\", \"extraRoutes\": [{}]}]}")) {
            var facts = PodReading.facts(annotated(PodInterfaces.ANNOTATION, nonsense));
            assertEquals(List.of(), facts.interfaces().wishes(), nonsense);
            assertEquals(1, facts.complaints().size(), nonsense);
            assertTrue(facts.complaints().getFirst().words().startsWith(PodInterfaces.ANNOTATION + " says"), nonsense);
        }
    }

    @Test
    void a_pod_of_which_next_to_nothing_is_said_can_be_read() {
        var listed = PodReading.listed(new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build());
        assertEquals(PodPhase.PENDING, listed.phase());
        assertEquals(List.of(), listed.facts().complaints());
    }
}
