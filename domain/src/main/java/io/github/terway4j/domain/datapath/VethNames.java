package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names and hardware addresses of a pod's veth pair, the same whenever they are asked for. */
public final class VethNames {
    private static final LinkName DEFAULT_INTERFACE = new LinkName("eth0");

    private VethNames() {}

    /**
     * The host's end: {@code cali} and eleven hex digits of SHA-1 over {@code namespace.name} and the interface name,
     * which is left out for eth0. Calico's naming, which Terway took over and policy engines look for.
     */
    public static LinkName hostEnd(PodRef pod, LinkName interfaceName) {
        var suffix = interfaceName.equals(DEFAULT_INTERFACE) ? "" : interfaceName.text();
        var digest = sha1(pod.namespace() + "." + pod.name() + suffix);
        return new LinkName("cali" + HexFormat.of().formatHex(digest).substring(0, 11));
    }

    /** The pod's end of a pair beside another interface than the first. */
    static LinkName toHost(AttachmentKey key) {
        var digest = sha1("to host " + key.interfaceName());
        return new LinkName("veth" + HexFormat.of().formatHex(digest).substring(0, 11));
    }

    public static Mac hostMac(AttachmentKey key) {
        return mac("host " + key);
    }

    public static Mac podMac(AttachmentKey key) {
        return mac("pod " + key);
    }

    private static Mac mac(String seed) {
        return Mac.local(new BigInteger(sha1(seed)).longValue());
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
