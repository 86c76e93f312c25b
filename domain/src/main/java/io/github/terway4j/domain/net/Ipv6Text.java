package io.github.terway4j.domain.net;

import java.util.ArrayList;
import java.util.List;

/**
 * IPv6 as text. Reads every form of RFC 4291 section 2.2; writes the one form of RFC 5952: lower case, no leading zeros,
 * the longest run of two or more zero groups (the first of equals) as {@code ::}, IPv4-mapped with a dotted tail.
 */
final class Ipv6Text {
    private static final int GROUPS = 8;
    private static final int LONGEST_GROUP = 4;
    private static final int HEX = 16;
    private static final long MAPPED = 0xffffL;

    private Ipv6Text() {}

    static Ip parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            var groups = groups(text, true, text);
            if (groups.size() != GROUPS) {
                throw refusal(text, "it takes eight groups, or fewer and ::");
            }
            return join(groups);
        }
        var groups = new ArrayList<>(groups(text.substring(0, gap), false, text));
        var tail = groups(text.substring(gap + 2), true, text);
        int missing = GROUPS - groups.size() - tail.size();
        if (missing < 1) {
            throw refusal(text, "its :: stands for no group");
        }
        for (int i = 0; i < missing; i++) {
            groups.add(0L);
        }
        groups.addAll(tail);
        return join(groups);
    }

    static String print(Ip ip) {
        if (ip.high() == 0 && ip.low() >>> Integer.SIZE == MAPPED) {
            return "::ffff:" + Ipv4Text.print((int) ip.low());
        }
        var groups = split(ip);
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int run = zerosFrom(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        if (length < 2) {
            return hex(groups);
        }
        return hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + length, GROUPS));
    }

    /** The groups of one side of the gap; only at the very end may the last two be written as IPv4. */
    private static List<Long> groups(String side, boolean atEnd, String text) {
        var groups = new ArrayList<Long>();
        if (side.isEmpty()) {
            return groups;
        }
        var parts = side.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (atEnd && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                long tail = Ipv4Text.number(parts[i], text);
                groups.add(tail >>> Short.SIZE);
                groups.add(tail & 0xffff);
            } else {
                groups.add(group(parts[i], text));
            }
        }
        return groups;
    }

    private static long group(String part, String text) {
        boolean digits = part.chars().allMatch(c -> c < 128 && Character.digit(c, HEX) >= 0);
        if (part.isEmpty() || part.length() > LONGEST_GROUP || !digits) {
            throw refusal(text, "a group is one to four hexadecimal digits");
        }
        return Long.parseLong(part, HEX);
    }

    private static Ip join(List<Long> groups) {
        long high = 0;
        long low = 0;
        for (long group : groups) {
            high = (high << Short.SIZE) | (low >>> (Long.SIZE - Short.SIZE));
            low = (low << Short.SIZE) | group;
        }
        return new Ip(IpFamily.V6, high, low);
    }

    private static List<Long> split(Ip ip) {
        var groups = new ArrayList<Long>(GROUPS);
        for (long half : new long[] {ip.high(), ip.low()}) {
            for (int shift = Long.SIZE - Short.SIZE; shift >= 0; shift -= Short.SIZE) {
                groups.add((half >>> shift) & 0xffff);
            }
        }
        return groups;
    }

    private static int zerosFrom(List<Long> groups, int start) {
        int end = start;
        while (end < GROUPS && groups.get(end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String hex(List<Long> groups) {
        return String.join(":", groups.stream().map(Long::toHexString).toList());
    }

    private static IllegalArgumentException refusal(String text, String rule) {
        return new IllegalArgumentException("\"%s\" is not an IPv6 address: %s".formatted(text, rule));
    }
}
