package io.github.terway4j.domain.net;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing per IP family, of at least one family: a pod's addresses, a subnet's gateways. That there is always
 * something spares every reader the case of an attachment without any address.
 */
public final class DualStack<T> {
    private final @Nullable T v4;
    private final @Nullable T v6;

    private DualStack(@Nullable T v4, @Nullable T v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    public static <T> DualStack<T> v4(T v4) {
        return new DualStack<>(Objects.requireNonNull(v4), null);
    }

    public static <T> DualStack<T> v6(T v6) {
        return new DualStack<>(null, Objects.requireNonNull(v6));
    }

    public static <T> DualStack<T> both(T v4, T v6) {
        return new DualStack<>(Objects.requireNonNull(v4), Objects.requireNonNull(v6));
    }

    /**
     * Puts each address under its own family.
     *
     * @throws IllegalArgumentException if there is no address, or more than one of a family
     */
    public static DualStack<Ip> ofIps(Collection<Ip> ips) {
        var v4 = ips.stream().filter(ip -> ip.family() == IpFamily.V4).toList();
        var v6 = ips.stream().filter(ip -> ip.family() == IpFamily.V6).toList();
        if (ips.isEmpty() || v4.size() > 1 || v6.size() > 1) {
            throw new IllegalArgumentException("one address, or one of each family, not " + ips);
        }
        return new DualStack<>(v4.isEmpty() ? null : v4.getFirst(), v6.isEmpty() ? null : v6.getFirst());
    }

    /** The same for these families alone; empty where one of them is absent. */
    public Optional<DualStack<T>> only(Collection<IpFamily> wanted) {
        return !wanted.isEmpty() && families().containsAll(wanted)
                ? Optional.of(new DualStack<>(
                        wanted.contains(IpFamily.V4) ? v4 : null, wanted.contains(IpFamily.V6) ? v6 : null))
                : Optional.empty();
    }

    public Optional<T> v4() {
        return Optional.ofNullable(v4);
    }

    public Optional<T> v6() {
        return Optional.ofNullable(v6);
    }

    public Optional<T> get(IpFamily family) {
        return switch (family) {
            case V4 -> v4();
            case V6 -> v6();
        };
    }

    public boolean has(IpFamily family) {
        return get(family).isPresent();
    }

    /** The one or two things, IPv4's first. */
    public List<T> all() {
        return Stream.of(v4(), v6()).flatMap(Optional::stream).toList();
    }

    /** The families there is something of, IPv4 first; not to be changed. */
    public Set<IpFamily> families() {
        var families = EnumSet.allOf(IpFamily.class);
        families.removeIf(family -> !has(family));
        return Collections.unmodifiableSet(families);
    }

    /** The same families, each with what the function makes of its thing. */
    public <R> DualStack<R> map(Function<? super T, ? extends R> function) {
        return new DualStack<>(
                v4 == null ? null : Objects.requireNonNull(function.apply(v4)),
                v6 == null ? null : Objects.requireNonNull(function.apply(v6)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DualStack<?> that && Objects.equals(v4, that.v4) && Objects.equals(v6, that.v6);
    }

    @Override
    public int hashCode() {
        return Objects.hash(v4, v6);
    }

    /** Each thing under its family's name, since not everything shows its family itself: {@code v4=6 v6=1}. */
    @Override
    public String toString() {
        return Arrays.stream(IpFamily.values())
                .flatMap(family -> get(family).stream().map(thing -> label(family) + thing))
                .collect(Collectors.joining(" "));
    }

    private static String label(IpFamily family) {
        return switch (family) {
            case V4 -> "v4=";
            case V6 -> "v6=";
        };
    }
}
