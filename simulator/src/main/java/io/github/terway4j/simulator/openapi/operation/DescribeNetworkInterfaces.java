package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.List;

/** ECS API, DescribeNetworkInterfaces. */
final class DescribeNetworkInterfaces implements Operation {
    private static final int LARGEST_PAGE = 500;
    /** Of what is looked for by tags alone, no more are shown, and nobody is told so (ECS API, "Tag.N"). */
    private static final int MOST_BY_TAG = 1_000;

    private final CloudRegion region;

    DescribeNetworkInterfaces(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var page = Paging.read(parameters, LARGEST_PAGE)
                .of(found(parameters), eni -> eni.id().text());
        return page.fields()
                .list(
                        "NetworkInterfaceSets",
                        "NetworkInterfaceSet",
                        page.items(),
                        eni -> EniShape.described(region, eni));
    }

    private List<CloudEni> found(Parameters parameters) {
        var filters = EniFilters.read(parameters);
        var enis = region.cloud().describeEnis(filters);
        return !filters.isEmpty() && filters.stream().allMatch(DescribeNetworkInterfaces::isTag)
                ? enis.stream().limit(MOST_BY_TAG).toList()
                : enis;
    }

    private static boolean isTag(EniFilter filter) {
        return filter instanceof EniFilter.Tagged || filter instanceof EniFilter.HasTag;
    }
}
