package io.github.terway4j.app.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes a world smaller as long as something is still the matter with it. */
final class Shrinking {
    private final Predicate<World> stillSo;

    Shrinking(Predicate<World> stillSo) {
        this.stillSo = stillSo;
    }

    /** Nothing more of it can be left out by itself. The world given must be one with which it is the matter. */
    World smallest(World world) {
        var fewerShots = new World(
                world.namespaces(),
                world.deeds(),
                fewest(world.shots(), shots -> new World(world.namespaces(), world.deeds(), shots)));
        return new World(
                world.namespaces(),
                fewest(fewerShots.deeds(), deeds -> new World(world.namespaces(), deeds, fewerShots.shots())),
                fewerShots.shots());
    }

    private <T> List<T> fewest(List<T> parts, Function<List<T>, World> world) {
        var fewest = parts;
        for (int size = Math.max(1, parts.size() / 2); size > 0; ) {
            var before = fewest;
            for (int at = fewest.size() - size; at > -size; at -= size) {
                var fewer = without(fewest, Math.max(0, at), at + size);
                if (stillSo.test(world.apply(fewer))) {
                    fewest = fewer;
                }
            }
            if (size > 1) {
                size /= 2;
            } else if (before.size() == fewest.size()) {
                break;
            }
        }
        return fewest;
    }

    private static <T> List<T> without(List<T> parts, int from, int to) {
        return IntStream.range(0, parts.size())
                .filter(i -> i < from || i >= to)
                .mapToObj(parts::get)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }
}
