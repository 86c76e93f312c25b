package io.github.terway4j.domain.pod;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import java.util.List;
import java.util.Optional;

/**
 * Which networks a pod asks for, an interface each (Terway's annotation {@value #ANNOTATION}); most pods say nothing, and
 * have the one.
 *
 * @param complaints of what stands there and makes no sense
 */
public record PodInterfaces(List<Wish> wishes, List<Complaint> complaints) {
    public static final String ANNOTATION = "k8s.aliyun.com/pod-networks";

    public static final PodInterfaces THE_ONE = new PodInterfaces(List.of());

    /** Where all goes for which nobody has named another interface. */
    private static final LinkName FIRST = new LinkName("eth0");

    /**
     * Of one interface.
     *
     * @param defaultRoute whether all else lies behind it
     * @param routes what lies behind it in any case
     */
    public record Wish(LinkName name, boolean defaultRoute, List<Cidr> routes) {
        public Wish {
            routes = List.copyOf(routes);
        }
    }

    public PodInterfaces {
        wishes = List.copyOf(wishes);
        complaints = List.copyOf(complaints);
        if (wishes.stream().map(Wish::name).distinct().count() < wishes.size()) {
            throw new IllegalArgumentException("two networks of a pod want one interface: " + wishes);
        }
        if (wishes.stream().filter(Wish::defaultRoute).count() > 1) {
            throw new IllegalArgumentException("two networks of a pod want its default route: " + wishes);
        }
    }

    /** Of a pod that says it well. */
    public PodInterfaces(List<Wish> wishes) {
        this(wishes, List.of());
    }

    /** Of a pod that has the one, because what its annotation says is none. */
    public static PodInterfaces nonsense(String value, String why) {
        return new PodInterfaces(
                List.of(),
                List.of(Complaint.about(
                        ANNOTATION,
                        value,
                        why,
                        "it takes such as {\"podNetworks\": [{\"interface\": \"eth0\", \"defaultRoute\": true}]}, and"
                                + " has no effect until it does")));
    }

    /** Whether it is the one that was named, else the first of all: any other may stand beside somebody else's default. */
    public boolean isDefault(LinkName name) {
        return name.equals(wishes.stream()
                .filter(Wish::defaultRoute)
                .map(Wish::name)
                .findFirst()
                .orElse(FIRST));
    }

    /** Whether the pod has others beside this one, as far as can be known from either. */
    public boolean hasOthersThan(LinkName name) {
        return !name.equals(FIRST) || wishes.size() > 1;
    }

    public List<Cidr> routes(LinkName name) {
        return wish(name).map(Wish::routes).orElse(List.of());
    }

    private Optional<Wish> wish(LinkName name) {
        return wishes.stream().filter(wish -> wish.name().equals(name)).findFirst();
    }
}
