package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.api.RouteRemoval;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import io.github.terway4j.simulator.cloud.route.RouteTemper;
import java.util.List;

/** The routes of the region's VPCs, as their API shows and changes them (VPC API 2016-04-28). */
public final class CloudRoutes {
    private final Turns turns;
    private final RouteDesk desk;

    CloudRoutes(Turns turns, RouteDesk desk) {
        this.turns = turns;
        this.desk = desk;
    }

    /** CreateRouteEntry. The entry is {@code CREATING} when the call returns. */
    public Answer<RouteEntry> create(RouteOrder order, ClientToken token) {
        return turns.once(token, order, now -> desk.create(order, now));
    }

    /** DeleteRouteEntry. */
    public Answer<Nothing> delete(RouteRemoval removal) {
        return turns.done(now -> desk.delete(removal, now));
    }

    /** Every table of every VPC, in the order of their ids (DescribeRouteTableList). */
    public List<CloudRouteTable> tables() {
        return turns.take(now -> desk.tables());
    }

    /** The VPC's tables, its system one first. */
    public List<CloudRouteTable> tablesOf(VpcId vpc) {
        return tables().stream()
                .filter(table -> table.vpc().equals(vpc))
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    /** System entries, and then custom ones in the order of their destinations (DescribeRouteEntryList). */
    public Answer<List<RouteEntry>> entries(RouteTableId table) {
        return turns.answer(now -> desk.entries(table));
    }

    /** From now on each table may have so many custom entries. */
    public void quota(int entriesPerTable) {
        turns.change(now -> desk.quota(entriesPerTable));
    }

    /** For all that begins from now on. */
    public void temper(RouteTemper temper) {
        turns.change(now -> desk.temper(temper));
    }
}
