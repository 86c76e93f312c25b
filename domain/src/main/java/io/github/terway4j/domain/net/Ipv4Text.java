package io.github.terway4j.domain.net;

/** IPv4 as text: four decimal parts, and nothing else that inet_aton would also have taken. */
final class Ipv4Text {
    private static final int PARTS = 4;
    private static final int LONGEST_PART = 3;
    private static final int GREATEST_PART = 255;

    private Ipv4Text() {}

    static Ip parse(String text) {
        return new Ip(IpFamily.V4, 0, number(text, text));
    }

    /** The number of these four parts, which are the whole text or the tail of one. */
    static long number(String dotted, String whole) {
        var parts = dotted.split("\\.", -1);
        if (parts.length != PARTS) {
            throw refusal(whole);
        }
        long number = 0;
        for (var part : parts) {
            number = (number << Byte.SIZE) | part(part, whole);
        }
        return number;
    }

    static String print(int value) {
        return (value >>> 24) + "." + ((value >>> 16) & 0xff) + "." + ((value >>> 8) & 0xff) + "." + (value & 0xff);
    }

    private static int part(String part, String whole) {
        // A leading zero means octal to some readers and decimal to others, so it means nothing here.
        boolean ambiguous = part.length() > 1 && part.charAt(0) == '0';
        boolean digits = part.chars().allMatch(c -> c >= '0' && c <= '9');
        if (part.isEmpty() || part.length() > LONGEST_PART || ambiguous || !digits) {
            throw refusal(whole);
        }
        int value = Integer.parseInt(part);
        if (value > GREATEST_PART) {
            throw refusal(whole);
        }
        return value;
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException(
                "\"%s\" is not an IP address: IPv4 takes four decimal parts from 0 to 255 without leading zeros"
                        .formatted(text));
    }
}
