package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Attributes;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.domain.datapath.Band;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.net.VlanId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What becomes of a packet, as a list of the kernel's actions (linux/tc_act). The first carries a cookie by which we know
 * the filter for ours.
 */
final class FilterActions {
    private static final byte[] COOKIE = "terway4j".getBytes(StandardCharsets.US_ASCII);

    private static final int TCA_ACT_KIND = 1;
    private static final int TCA_ACT_OPTIONS = 2;
    private static final int TCA_ACT_COOKIE = 6;
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    /** {@code tc_gen}: index, capabilities, what next, two counters. */
    private static final int GENERAL = 20;

    private static final int NEXT_AT = 8;
    private static final int WITH_ONE = GENERAL + Integer.BYTES;
    private static final int WITH_TWO = GENERAL + 2 * Integer.BYTES;
    private static final int TC_ACT_UNSPEC = -1;
    private static final int TC_ACT_OK = 0;
    private static final int TC_ACT_PIPE = 3;
    private static final int TC_ACT_STOLEN = 4;
    private static final int PARMS = 2;

    private static final String SKBEDIT = "skbedit";
    private static final int TCA_SKBEDIT_PRIORITY = 3;
    private static final int TCA_SKBEDIT_PTYPE = 7;
    private static final int PACKET_HOST = 0;

    private static final String MIRRED = "mirred";
    private static final int TCA_INGRESS_REDIR = 3;

    private static final String VLAN = "vlan";
    private static final int TCA_VLAN_PUSH_VLAN_ID = 3;
    private static final int POP = 1;
    private static final int PUSH = 2;

    /** {@code TC_PRIO_INTERACTIVE}, {@code TC_PRIO_BESTEFFORT} and {@code TC_PRIO_BULK}: so sch_prio maps them unasked. */
    private static final int FIRST_BAND = 6;

    private static final int MIDDLE_BAND = 0;
    private static final int LAST_BAND = 2;

    private FilterActions() {}

    /** @param linkIndex of the link that packets are redirected to */
    static void write(Message actions, FilterAction action, int linkIndex) {
        switch (action) {
            case FilterAction.RedirectIn _ -> {
                // The packet may have been on its way to somebody else's hardware address, whom the stack ignores.
                one(
                        actions,
                        FIRST,
                        SKBEDIT,
                        options -> options.attribute(
                                        PARMS, general(TC_ACT_PIPE, GENERAL).array())
                                .attribute16(TCA_SKBEDIT_PTYPE, PACKET_HOST));
                one(
                        actions,
                        SECOND,
                        MIRRED,
                        options -> options.attribute(
                                PARMS,
                                general(TC_ACT_STOLEN, WITH_TWO)
                                        .putInt(GENERAL, TCA_INGRESS_REDIR)
                                        .putInt(WITH_ONE, linkIndex)
                                        .array()));
            }
            case FilterAction.PopTag _ ->
                one(
                        actions,
                        FIRST,
                        VLAN,
                        options -> options.attribute(
                                PARMS,
                                general(TC_ACT_OK, WITH_ONE)
                                        .putInt(GENERAL, POP)
                                        .array()));
            case FilterAction.PushTag(var id) ->
                one(
                        actions,
                        FIRST,
                        VLAN,
                        options -> options.attribute(
                                        PARMS,
                                        general(TC_ACT_OK, WITH_ONE)
                                                .putInt(GENERAL, PUSH)
                                                .array())
                                .attribute16(TCA_VLAN_PUSH_VLAN_ID, id.number()));
            // Later filters shall see the packet, too.
            case FilterAction.Prioritise(var band) ->
                one(
                        actions,
                        FIRST,
                        SKBEDIT,
                        options -> options.attribute(
                                        PARMS, general(TC_ACT_UNSPEC, GENERAL).array())
                                .attribute32(TCA_SKBEDIT_PRIORITY, number(band)));
        }
    }

    /** An action on tags of which nothing is said but its name. */
    static void nameTags(Message actions) {
        actions.nested(FIRST, action -> action.attribute(TCA_ACT_KIND, VLAN));
    }

    private static void one(Message actions, int place, String kind, Consumer<Message> options) {
        actions.nested(place, action -> {
            action.attribute(TCA_ACT_KIND, kind);
            if (place == FIRST) {
                action.attribute(TCA_ACT_COOKIE, COOKIE);
            }
            action.nested(TCA_ACT_OPTIONS, options);
        });
    }

    private static ByteBuffer general(int next, int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder()).putInt(NEXT_AT, next);
    }

    static boolean areOurs(Attributes actions) {
        return actions.nested(FIRST)
                .bytes(TCA_ACT_COOKIE)
                .filter(bytes -> Arrays.equals(bytes, COOKIE))
                .isPresent();
    }

    /** What they do; empty if we cannot say it, for the link that they lead to has gone. */
    static Optional<FilterAction> read(Attributes actions, LinkNames names) {
        var first = actions.nested(FIRST);
        var options = first.nested(TCA_ACT_OPTIONS);
        return switch (first.text(TCA_ACT_KIND)) {
            case SKBEDIT ->
                actions.has(SECOND)
                        ? redirect(actions.nested(SECOND).nested(TCA_ACT_OPTIONS), names)
                        : band(options.u32(TCA_SKBEDIT_PRIORITY, MIDDLE_BAND)).map(FilterAction.Prioritise::new);
            case VLAN -> tag(number(options, GENERAL), options.u16(TCA_VLAN_PUSH_VLAN_ID, 0));
            default -> Optional.empty();
        };
    }

    private static Optional<FilterAction> redirect(Attributes options, LinkNames names) {
        return names.name(number(options, WITH_ONE)).map(FilterAction.RedirectIn::new);
    }

    private static Optional<FilterAction> tag(int deed, int id) {
        return switch (deed) {
            case POP -> Optional.of(new FilterAction.PopTag());
            case PUSH -> VlanId.isOne(id) ? Optional.of(new FilterAction.PushTag(new VlanId(id))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The number at that place of the parameters; zero where there is none. */
    private static int number(Attributes options, int at) {
        return options.bytes(PARMS)
                .filter(bytes -> bytes.length >= at + Integer.BYTES)
                .map(bytes ->
                        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(at))
                .orElse(0);
    }

    private static int number(Band band) {
        return switch (band) {
            case FIRST -> FIRST_BAND;
            case MIDDLE -> MIDDLE_BAND;
            case LAST -> LAST_BAND;
        };
    }

    private static Optional<Band> band(int number) {
        return Arrays.stream(Band.values())
                .filter(band -> number(band) == number)
                .findFirst();
    }
}
