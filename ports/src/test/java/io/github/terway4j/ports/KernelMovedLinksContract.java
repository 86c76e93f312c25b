package io.github.terway4j.ports;

import static io.github.terway4j.ports.ContractWorld.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.MovedLink;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for hardware that is lent to a pod: it leaves and comes home, and whoever dies on the way can be followed by
 * another who does the same again. The end of a pair stands in for it; unlike hardware it dies with its namespace.
 */
public interface KernelMovedLinksContract extends KernelBench {
    LinkName AT_HOME = new LinkName("eth1");
    LinkName IN_POD = new LinkName("eth0");
    AttachmentKey BORROWER = new AttachmentKey("c0ffee", IN_POD);
    AttachmentKey ANOTHER = new AttachmentKey("decaf", IN_POD);

    @Test
    default void a_moved_link_is_in_the_pod_alone_under_its_name_there() {
        var moved = lendable("eth1", "");
        assertEquals(List.of(moved), missing(moved));
        made(moved);
        assertEquals(List.of(), missing(moved));
        var link = only(moved.ns());
        assertEquals(
                List.of(IN_POD, moved.mac(), false, moved.wayHome().alias()),
                List.of(link.name(), link.mac(), link.up(), link.alias()));
        assertAway(moved);
    }

    @Test
    default void what_was_on_a_link_does_not_move_with_it() {
        var moved = lendable("eth1", "");
        made(new Address(moved.home(), AT_HOME, InterfaceAddress.parse("10.0.1.20/24")));
        made(new LinkUp(moved.home(), AT_HOME), moved);
        assertEquals(List.of(), seen(moved.ns()).addresses());
        assertEquals(false, only(moved.ns()).up());
    }

    @Test
    default void moving_a_link_that_has_moved_leaves_what_is_on_it() {
        var moved = lendable("eth1", "");
        var address = new Address(moved.ns(), IN_POD, InterfaceAddress.parse("10.0.1.20/32"));
        var up = new LinkUp(moved.ns(), IN_POD);
        made(moved, address, up, moved);
        assertEquals(List.of(), missing(moved, address, up));
    }

    @Test
    default void a_link_in_the_pod_under_another_name_is_renamed() {
        var moved = lendable("eth1", "");
        made(moved, new LinkUp(moved.ns(), IN_POD));
        var renamed = new MovedLink(moved.ns(), new LinkName("eth7"), moved.mac(), moved.home(), AT_HOME, BORROWER);
        made(renamed);
        assertEquals(List.of(), missing(renamed));
    }

    @Test
    default void a_removed_link_is_home_as_it_was_but_down_and_bare() {
        var moved = lendable("eth1", "");
        made(moved, new Address(moved.ns(), IN_POD, InterfaceAddress.parse("10.0.1.20/32")));
        made(new LinkUp(moved.ns(), IN_POD));
        removed(moved);
        assertHome(moved);
        removed(moved);
        assertHome(moved);
        assertEquals(List.of(), names(moved.ns()));
    }

    @Test
    default void a_link_comes_home_whatever_it_is_called_in_the_pod() {
        var moved = lendable("eth1", "");
        made(moved);
        removed(new MovedLink(moved.ns(), new LinkName("net7"), moved.mac(), moved.home(), AT_HOME, BORROWER));
        assertHome(moved);
    }

    @Test
    default void a_link_whose_name_is_taken_meanwhile_comes_home_under_another() {
        var moved = lendable("eth1", "");
        made(moved);
        made(pair(moved.home(), "eth1", namespace("elsewhere"), "peer1"));
        removed(moved);
        var back = seen(moved.home()).link(moved.mac()).orElseThrow();
        assertNotEquals(AT_HOME, back.name());
        assertEquals(List.of("", false), List.of(back.alias(), back.up()));
    }

    @Test
    default void removing_leaves_a_link_alone_that_was_lent_to_another() {
        var moved = lendable("eth1", "");
        made(moved);
        removed(new MovedLink(moved.ns(), IN_POD, moved.mac(), moved.home(), AT_HOME, ANOTHER));
        assertEquals(List.of(), missing(moved));
    }

    @Test
    default void a_link_is_not_moved_to_where_another_has_its_name() {
        var moved = lendable("eth1", "");
        made(pair(moved.ns(), "eth0", namespace("elsewhere"), "peer1"));
        var before = seen(moved.home());
        assertInstanceOf(KernelOutcome.Occupied.class, apply(new KernelStep.Make(moved)));
        assertEquals(before, seen(moved.home()));
    }

    @Test
    default void a_link_lent_to_one_is_not_given_to_another_in_the_same_namespace() {
        var moved = lendable("eth1", "");
        made(moved);
        var others = new MovedLink(moved.ns(), IN_POD, moved.mac(), moved.home(), AT_HOME, ANOTHER);
        assertInstanceOf(KernelOutcome.Occupied.class, apply(new KernelStep.Make(others)));
        assertEquals(List.of(), missing(moved));
    }

    @Test
    default void a_link_that_is_nowhere_cannot_be_moved_and_need_not_come_home() {
        var moved = new MovedLink(namespace("pod"), IN_POD, Mac.local(4711), namespace("host"), AT_HOME, BORROWER);
        assertInstanceOf(KernelOutcome.Refused.class, apply(new KernelStep.Make(moved)));
        removed(moved);
    }

    /** As after a crash between the mark and the move, or when the pod's namespace died and the link came home so. */
    @Test
    default void a_link_that_is_home_and_marked_can_be_moved() {
        var moved = lendable("dev7", wayHome());
        made(moved);
        assertEquals(List.of(), missing(moved));
        assertAway(moved);
        removed(moved);
        assertHome(moved);
    }

    @Test
    default void a_link_that_is_home_and_marked_for_another_can_be_moved() {
        var moved = lendable("dev7", wayHome());
        var others = new MovedLink(moved.ns(), IN_POD, moved.mac(), moved.home(), AT_HOME, ANOTHER);
        made(others);
        assertEquals(List.of(), missing(others));
    }

    @Test
    default void a_link_that_is_home_and_marked_is_restored_when_it_is_removed() {
        var moved = lendable("dev7", wayHome());
        made(new Address(moved.home(), new LinkName("dev7"), InterfaceAddress.parse("10.0.1.20/24")));
        made(new LinkUp(moved.home(), new LinkName("dev7")));
        removed(moved);
        assertHome(moved);
    }

    @Test
    default void a_link_that_came_home_marked_is_restored_without_its_namespace() {
        var moved = lendable("dev7", wayHome());
        namespaces().delete(moved.ns());
        done(List.of(new KernelStep.Restore(moved.home(), moved.mac(), moved.wayHome())));
        assertHome(moved);
        removed(moved);
        assertHome(moved);
    }

    @Test
    default void restoring_leaves_a_link_with_another_mark_alone() {
        var moved = lendable("dev7", wayHome());
        var others = new MovedLink(moved.ns(), IN_POD, moved.mac(), moved.home(), AT_HOME, ANOTHER);
        done(List.of(new KernelStep.Restore(moved.home(), moved.mac(), others.wayHome())));
        var link = seen(moved.home()).link(moved.mac()).orElseThrow();
        assertEquals(wayHome(), link.alias());
    }

    /** A link at home with that name and alias, its wire leading into a namespace of its own. */
    private MovedLink lendable(String name, String alias) {
        var home = namespace("host");
        var link = pair(home, name, namespace("vpc"), "node", alias);
        made(link);
        return new MovedLink(namespace("pod"), IN_POD, link.mac(), home, AT_HOME, BORROWER);
    }

    private static String wayHome() {
        return "terway4j:c0ffee/eth0 from eth1";
    }

    private void assertAway(MovedLink moved) {
        assertEquals(List.of(), names(moved.home()));
    }

    private void assertHome(MovedLink moved) {
        var link = only(moved.home());
        assertEquals(
                List.of(AT_HOME, moved.mac(), false, ""), List.of(link.name(), link.mac(), link.up(), link.alias()));
        assertEquals(List.of(), seen(moved.home()).addresses());
    }

    private List<LinkName> names(NetNs ns) {
        return seen(ns).links().stream()
                .map(Link::name)
                .filter(name -> !name.text().equals("lo"))
                .toList();
    }

    private Link only(NetNs ns) {
        assertEquals(1, names(ns).size(), names(ns).toString());
        return seen(ns).link(names(ns).getFirst()).orElseThrow();
    }
}
