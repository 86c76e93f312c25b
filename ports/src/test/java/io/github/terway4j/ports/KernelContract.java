package io.github.terway4j.ports;

/**
 * What {@link io.github.terway4j.ports.out.Kernel} and {@link io.github.terway4j.ports.out.Namespaces} promise. Whoever
 * plays them implements this and answers {@link #kernel()}, {@link #namespaces()} and {@link #traffic()}; the tests come
 * along.
 *
 * <p>What the kernel does by itself is nobody's promise: addresses of loopback, link-local addresses, connected routes.
 */
public interface KernelContract
        extends KernelPlansContract,
                KernelEveryObjectContract,
                KernelObjectsContract,
                KernelLinksContract,
                KernelMovedLinksContract,
                KernelStackedLinksContract,
                KernelFiltersContract,
                KernelNamespacesContract {}
