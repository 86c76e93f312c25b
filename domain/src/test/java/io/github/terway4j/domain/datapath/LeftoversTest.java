package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static io.github.terway4j.domain.datapath.Wirings.SANDBOX;
import static io.github.terway4j.domain.datapath.Wirings.WEB;
import static io.github.terway4j.domain.datapath.Wirings.eni;
import static io.github.terway4j.domain.datapath.Wirings.web;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pod default/web with 10.0.1.20 was wired, and nobody remembers. */
class LeftoversTest {
    private static final DatapathPlan PLAN =
            new VethPolicyRoute().pod(web(BandwidthLimit.NONE, "10.0.1.20"), eni("10.0.1.253", "10.0.0.10"));
    private static final KernelState ALL = FullKernel.of(PLAN).getOrDefault(HOST, FullKernel.nothing(HOST));
    private static final Ip WEBS = Ip.parse("10.0.1.20");
    private static final AttachmentKey NOBODY = new AttachmentKey("nobody", new LinkName("eth0"));

    @Test
    void an_attachment_is_found_by_its_links_alias() {
        assertEquals(List.of(SANDBOX), Leftovers.attachments(ALL));
    }

    @Test
    void its_rules_its_route_and_its_link_go() {
        assertEquals(
                List.of(
                        "remove rule 512: from all to 10.0.1.20/32 lookup main",
                        "remove rule 2048: from 10.0.1.20/32 lookup 1003",
                        "remove route 10.0.1.20/32 dev cali68caf03a5f4 scope link table 254",
                        "retire link cali68caf03a5f4"),
                words(Leftovers.of(ALL, SANDBOX)));
        assertEquals(List.of(), Leftovers.of(ALL, NOBODY));
    }

    @Test
    void a_retired_link_is_left_to_the_reaper() {
        var retired = ALL.links().stream()
                .map(link -> new Link(
                        link.index(),
                        link.name(),
                        link.kind(),
                        link.mac(),
                        link.mtuBytes(),
                        link.up(),
                        link.alias(),
                        Ownership.RETIRED_GROUP))
                .toList();
        assertEquals(List.of(), Leftovers.attachments(with(retired)));
        assertEquals(List.of(), Leftovers.of(with(retired), SANDBOX));
    }

    /** As after the sandbox's namespace was deleted: its end of the pair takes the host's and the routes along. */
    @Test
    void rules_of_a_link_that_is_gone_are_found_by_the_addresses_that_a_lease_remembers() {
        var rulesAlone = new KernelState(
                HOST, List.of(), List.of(), List.of(), ALL.rules(), List.of(), List.of(), ALL.sysctls());
        var rules = List.of(
                "remove rule 512: from all to 10.0.1.20/32 lookup main",
                "remove rule 2048: from 10.0.1.20/32 lookup 1003");
        assertEquals(List.of(), Leftovers.of(rulesAlone, SANDBOX));
        assertEquals(rules, words(Leftovers.of(rulesAlone, SANDBOX, List.of(Ip.parse("10.0.1.20")))));
        assertEquals(List.of(), Leftovers.of(rulesAlone, SANDBOX, List.of(Ip.parse("10.0.1.21"))));
    }

    @Test
    void so_is_a_route_that_leads_elsewhere_by_now() {
        var elsewhere = new KernelObject.Route(
                HOST, 254, Cidr.parse("10.0.1.20/32"), new NextHop.Direct(new LinkName("cali0")), Ownership.PROTOCOL);
        var routeAlone = new KernelState(
                HOST, List.of(), List.of(), List.of(elsewhere), List.of(), List.of(), List.of(), Map.of());
        assertEquals(List.of(), Leftovers.of(routeAlone, SANDBOX));
        assertEquals(
                List.of(new KernelStep.Remove(elsewhere)),
                Leftovers.of(routeAlone, SANDBOX, List.of(Ip.parse("10.0.1.20"))));
    }

    @Test
    void routes_and_rules_of_other_attachments_stay() {
        var db = new AttachmentKey("sandbox-0", new LinkName("eth0"));
        var link = new Link(9, new LinkName("cali9"), "veth", Mac.local(9), 1500, true, Ownership.alias(db), 0);
        var route = new KernelObject.Route(
                HOST, 254, Cidr.parse("10.0.1.21/32"), new NextHop.Direct(link.name()), Ownership.PROTOCOL);
        var links = new ArrayList<>(ALL.links());
        links.add(link);
        var routes = new ArrayList<>(ALL.routes());
        routes.add(route);
        var both = new KernelState(HOST, links, List.of(), routes, ALL.rules(), List.of(), List.of(), ALL.sysctls());
        assertEquals(Leftovers.of(ALL, SANDBOX), Leftovers.of(both, SANDBOX));
        assertEquals(
                List.of(new KernelStep.Remove(route), new KernelStep.Retire(HOST, link.name(), link.alias())),
                Leftovers.of(both, db));
        assertEquals(List.of(db, SANDBOX), Leftovers.attachments(both));
    }

    @Test
    void a_links_addresses_are_those_that_routes_of_ours_lead_to_through_it() {
        var found = new FoundAttachment(SANDBOX, VethNames.hostEnd(WEB, SANDBOX.interfaceName()), List.of(WEBS));
        assertEquals(List.of(found), Leftovers.found(ALL));
        assertTrue(found.isOf(WEB));
        assertFalse(found.isOf(new PodRef("default", "db")));
    }

    @Test
    void an_address_is_unrouted_if_rules_of_ours_speak_of_it_and_no_route_leads_there() {
        var rulesAlone = new KernelState(
                HOST, List.of(), List.of(), List.of(), ALL.rules(), List.of(), List.of(), ALL.sysctls());
        assertEquals(List.of(), Leftovers.unrouted(ALL));
        assertEquals(List.of(WEBS), Leftovers.unrouted(rulesAlone));
        assertEquals(2, Leftovers.rulesFor(rulesAlone, List.of(WEBS)).size());
        assertEquals(List.of(), Leftovers.rulesFor(rulesAlone, List.of()));
    }

    private static KernelState with(List<Link> links) {
        return new KernelState(HOST, links, List.of(), ALL.routes(), ALL.rules(), List.of(), List.of(), ALL.sysctls());
    }

    private static List<String> words(List<KernelStep> steps) {
        return steps.stream().map(KernelStep::words).toList();
    }
}
