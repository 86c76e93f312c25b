package io.github.terway4j.domain.device;

import io.github.terway4j.domain.eni.EniWish;
import java.util.Optional;
import java.util.stream.Stream;

/** A thing of which pods ask for some in a container's limits; the names are Terway's. */
public enum DeviceResource {
    /** An ENI for the pod alone. */
    ENI("aliyun/eni", "eni", EniWish.WHOLE),
    /** One behind the node's trunk. */
    MEMBER_ENI("aliyun/member-eni", "member-eni", EniWish.MEMBER),
    /** An address of an ENI that carries RDMA. */
    ERDMA("aliyun/erdma", "erdma-eni", EniWish.RDMA);

    private final String text;
    private final String socket;
    private final EniWish wish;

    DeviceResource(String text, String socket, EniWish wish) {
        this.text = text;
        this.socket = socket;
        this.wish = wish;
    }

    /** As pods name it. */
    public String text() {
        return text;
    }

    /** How the name of our socket ends at which the kubelet asks for it. */
    public String socket() {
        return socket;
    }

    /** What a pod that asks for it asks of its ENI, where pods share ENIs. */
    public EniWish wish() {
        return wish;
    }

    /** By what pods name it; empty of what is not ours. */
    public static Optional<DeviceResource> named(String text) {
        return Stream.of(values())
                .filter(resource -> resource.text.equals(text))
                .findFirst();
    }
}
