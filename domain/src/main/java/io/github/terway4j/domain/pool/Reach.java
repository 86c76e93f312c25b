package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.vswitch.Unfit;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * How many pods of one wish the node can have at most, as things stand.
 *
 * @param here pods that are served, and those that what is here could serve besides
 * @param more those for whom the cloud would give something, as far as it has not refused lately
 */
public record Reach(int here, int more) {
    public int pods() {
        return here + more;
    }

    /** What is known of the cloud at this moment; what it refused lately counts again when that may be asked again. */
    public static Reach of(EniWish wish, PoolLimits limits, PoolView view, Degradation level, Instant now) {
        var theirs = switch (wish) {
            case ANY -> limits;
            case RDMA -> limits.rdma();
            case MEMBER -> limits.ofMembers();
            case WHOLE -> limits.whole(view.count(EniWish.RDMA));
        };
        var stands = Supply.stands(view, theirs);
        if (wish == EniWish.MEMBER && new Members(limits, view).trunk().isEmpty()) {
            return new Reach(Supply.of(stands).serving(), 0);
        }
        var sight = new Sight(theirs, view, new Roads(view.health(), now));
        return new Reach(
                sight.here(stands),
                level == Degradation.L0 ? 0 : sight.more(stands, wish == EniWish.WHOLE ? idle(limits, view) : 0));
    }

    /** How many of those that pods share could make way. */
    private static int idle(PoolLimits limits, PoolView view) {
        return (int) Supply.stands(view, limits).stream().filter(Stand::mayGo).count();
    }

    /** What a look needs, at one moment. */
    private record Sight(PoolLimits limits, PoolView view, Roads roads) {
        int here(List<Stand> stands) {
            return stands.stream()
                    .filter(stand -> stand.holding().stays())
                    .mapToInt(stand -> stand.serving() + (isComing(stand) ? stand.idle() : 0))
                    .sum();
        }

        private boolean isComing(Stand stand) {
            return !stand.holding().is(EniStatus.AVAILABLE)
                    || (roads.open(limits.attaching())
                            && roads.open(stand.holding().eni().id()));
        }

        /** @param willing how many of others would make way */
        int more(List<Stand> stands, int willing) {
            var free = free();
            return grown(stands, free) + born(stands, willing, free);
        }

        /** Addresses of each vSwitch of which it is known how many there are. */
        private TreeMap<VSwitchId, Integer> free() {
            var free = new TreeMap<VSwitchId, Integer>();
            for (var vSwitch : view.birthplaces().fit()) {
                free.put(vSwitch.id(), vSwitch.freeAddresses());
            }
            for (var unfit : view.birthplaces().unfit()) {
                if (unfit instanceof Unfit.Exhausted(var id, var _)) {
                    free.put(id, 0);
                }
            }
            return free;
        }

        /** By what ENIs that are here can take. */
        private int grown(List<Stand> stands, TreeMap<VSwitchId, Integer> free) {
            var grown = 0;
            for (var stand : stands) {
                var eni = stand.holding().eni();
                if (stand.holding().stays()
                        && isComing(stand)
                        && roads.open(CloudOperation.ASSIGN)
                        && roads.open(eni.vSwitch())
                        && roads.open(eni.id())) {
                    grown += taken(eni.vSwitch(), stand, free);
                }
            }
            return grown;
        }

        private int taken(VSwitchId vSwitch, Stand stand, TreeMap<VSwitchId, Integer> free) {
            var portion = roads.portion(limits.portion(), vSwitch);
            var room = stand.room(portion);
            if (portion == Portion.PREFIX) {
                return room;
            }
            var few = Math.min(room, free.getOrDefault(vSwitch, room));
            free.computeIfPresent(vSwitch, (_, left) -> left - few);
            return few;
        }

        /** By ENIs that are yet to be made. */
        private int born(List<Stand> stands, int willing, TreeMap<VSwitchId, Integer> free) {
            var places = limits.most(view.beside(limits.wish()) - willing) - stands.size();
            if (places <= 0 || !roads.open(CloudOperation.CREATE_ENI) || !roads.open(limits.attaching())) {
                return 0;
            }
            var left = view.birthplaces().fit().stream()
                    .map(VSwitch::id)
                    .filter(roads::open)
                    .mapToInt(id -> free.getOrDefault(id, 0))
                    .sum();
            return limits.portion() == Portion.PREFIX
                    ? Math.min(places, left) * limits.podsPerEni()
                    : Math.min(places * limits.podsPerEni(), left);
        }
    }
}
