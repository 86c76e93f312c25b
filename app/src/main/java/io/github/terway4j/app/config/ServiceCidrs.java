package io.github.terway4j.app.config;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Arrays;
import java.util.List;

/** The cluster's service addresses as one text: a block, or one of each family with a comma between. */
final class ServiceCidrs {
    static final Shape<List<Cidr>> SHAPE =
            Shapes.text(ServiceCidrs::parse, "an IPv4 block, or one block of each family with a comma between");

    private ServiceCidrs() {}

    private static List<Cidr> parse(String text) {
        var blocks = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Cidr::parse)
                .toList();
        if (blocks.stream().map(Cidr::family).distinct().count() < blocks.size()) {
            throw new IllegalArgumentException("there are two blocks of one family");
        }
        if (blocks.stream().noneMatch(block -> block.family() == IpFamily.V4)) {
            throw new IllegalArgumentException("there is no IPv4 block");
        }
        return blocks.stream().sorted().toList();
    }
}
