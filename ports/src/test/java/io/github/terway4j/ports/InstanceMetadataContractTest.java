package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class InstanceMetadataContractTest {
    @Test
    void who_has_nothing_to_say_breaks_the_promises_about_what_an_instance_says() {
        assertEquals(
                Set.of(
                        "an_instance_says_what_it_is_and_where_it_stands()",
                        "an_instance_without_ipv6_has_one_address_of_its_own()",
                        "asked_again_it_says_the_same()"),
                Breaches.brokenBy(Silent.class));
    }

    @Test
    void who_invents_an_answer_where_there_is_none_breaks_that_promise() {
        assertEquals(Set.of("where_nobody_answers_nothing_is_known()"), Breaches.brokenBy(Inventive.class));
    }

    @Test
    void who_takes_the_address_of_another_breaks_the_promise_about_what_it_is() {
        assertEquals(
                Set.of("an_instance_says_what_it_is_and_where_it_stands()", "asked_again_it_says_the_same()"),
                Breaches.brokenBy(Confused.class));
    }

    @Test
    void who_says_something_else_the_second_time_breaks_that_promise() {
        assertEquals(Set.of("asked_again_it_says_the_same()"), Breaches.brokenBy(Fickle.class));
    }

    static final class Silent implements Bench {
        @Override
        public InstanceMetadata answering(InstanceIdentity truth) {
            return outOfReach();
        }
    }

    static final class Inventive implements Bench {
        @Override
        public InstanceMetadata outOfReach() {
            return metadata();
        }
    }

    static final class Confused implements Bench {
        @Override
        public InstanceMetadata answering(InstanceIdentity truth) {
            var own = truth.hostAddresses();
            return own.v6().isEmpty() ? Bench.super.answering(truth) : Bench.super.answering(at(own.map(Ip::next)));
        }
    }

    static final class Fickle implements Bench {
        @Override
        public InstanceMetadata answering(InstanceIdentity truth) {
            var asked = new AtomicInteger();
            return () -> asked.getAndIncrement() == 0
                    ? new CloudOutcome.Done<>(truth)
                    : new CloudOutcome.Unknown<>("asked before");
        }
    }

    /** Honest, until something of it is written over. */
    interface Bench extends InstanceMetadataContract {
        default InstanceMetadata answering(InstanceIdentity truth) {
            return () -> new CloudOutcome.Done<>(truth);
        }

        @Override
        default InstanceMetadata metadata() {
            return answering(truth());
        }

        @Override
        default InstanceIdentity truth() {
            return at(DualStack.both(Ip.parse("10.0.0.4"), Ip.parse("2001:db8::4")));
        }

        @Override
        default InstanceMetadata ipv4Only() {
            return answering(ipv4OnlyTruth());
        }

        @Override
        default InstanceIdentity ipv4OnlyTruth() {
            return at(DualStack.v4(Ip.parse("10.0.0.4")));
        }

        @Override
        default InstanceMetadata outOfReach() {
            return () -> new CloudOutcome.Unknown<>("nobody there");
        }
    }

    private static InstanceIdentity at(DualStack<Ip> addresses) {
        return new InstanceIdentity(
                new InstanceId("i-1"),
                "ecs.g7.large",
                new Region("cn-hangzhou"),
                new Zone("cn-hangzhou-h"),
                new VpcId("vpc-1"),
                new VSwitchId("vsw-1"),
                Mac.local(1),
                addresses);
    }
}
