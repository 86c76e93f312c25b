package io.github.terway4j.features.steps;

import io.cucumber.java.ParameterType;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.Rate;
import java.time.Duration;
import java.util.List;

/** Words that steps understand in more than one sentence. */
public final class Words {
    @ParameterType("node-[0-9]")
    public String node(String name) {
        return name;
    }

    @ParameterType("[a-z]+")
    public String pod(String name) {
        return name;
    }

    @ParameterType("[a-z]+(?:(?:, | and )[a-z]+)+")
    public List<String> pods(String names) {
        return List.of(names.split(", | and ", -1));
    }

    @ParameterType("[0-9]+ (?:second|minute|hour)s?")
    public Duration length(String text) {
        var number = Long.parseLong(text.substring(0, text.indexOf(' ')));
        if (text.contains("hour")) {
            return Duration.ofHours(number);
        }
        return text.contains("minute") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }

    @ParameterType("[a-z]+(?:, then [a-z]+)*")
    public List<String> vSwitches(String names) {
        return List.of(names.split(", then ", -1));
    }

    @ParameterType("[0-9.]+/[0-9]+")
    public Cidr block(String text) {
        return Cidr.parse(text);
    }

    @ParameterType("[0-9a-f:]*:[0-9a-f:]*/[0-9]+")
    public Cidr block6(String text) {
        return Cidr.parse(text);
    }

    @ParameterType("[0-9]+(?:\\.[0-9]+){3}")
    public Ip address(String text) {
        return Ip.parse(text);
    }

    @ParameterType("([0-9]+) Mbit/s")
    public Rate rate(String millions) {
        return Rate.ofBitsPerSecond(Long.parseLong(millions) * 1_000_000);
    }
}
