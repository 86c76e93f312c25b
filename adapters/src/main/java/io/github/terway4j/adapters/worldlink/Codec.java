package io.github.terway4j.adapters.worldlink;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what ports speak of into plain maps, lists, strings, numbers and booleans, and back. Records become maps by
 * their components; a case of a sealed type says which it is under {@code "is"}.
 */
final class Codec {
    private static final String CASE = "is";

    private Codec() {}

    static Object plain(Object value, Shape shape) {
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Enum<?> constant -> constant.name();
            case Duration duration -> duration.toString();
            case Instant instant -> instant.toString();
            case Optional<?> optional ->
                optional.stream().map(held -> plain(held, shape.argument(0))).toList();
            case List<?> list ->
                list.stream().map(held -> plain(held, shape.argument(0))).toList();
            case Map<?, ?> map -> plainMap(map, shape.argument(1));
            case DualStack<?> stack -> plainStack(stack, shape.argument(0));
            case Record record -> plainRecord(record, shape);
            case Object other ->
                throw new IllegalArgumentException(other.getClass() + " cannot be carried over a world link");
        };
    }

    private static Object plainMap(Map<?, ?> map, Shape values) {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, held) -> plain.put((String) key, plain(held, values)));
        return plain;
    }

    private static Object plainStack(DualStack<?> stack, Shape values) {
        var plain = new LinkedHashMap<String, Object>();
        for (var family : IpFamily.values()) {
            stack.get(family).ifPresent(held -> plain.put(family.name(), plain(held, values)));
        }
        return plain;
    }

    private static Object plainRecord(Record record, Shape declared) {
        var plain = new LinkedHashMap<String, Object>();
        var shape = declared;
        if (declared.raw().isSealed()) {
            plain.put(CASE, record.getClass().getSimpleName());
            shape = declared.permitted(record.getClass());
        }
        for (var component : record.getClass().getRecordComponents()) {
            plain.put(
                    component.getName(),
                    plain(Reflection.component(record, component), shape.component(component.getGenericType())));
        }
        return plain;
    }

    static Object value(Object plain, Shape shape) {
        var raw = shape.raw();
        if (shape.is(String.class) || shape.is(Boolean.class) || shape.is(boolean.class)) {
            return plain;
        }
        if (plain instanceof Number number) {
            return shape.is(int.class) || shape.is(Integer.class) ? (Object) number.intValue() : number.longValue();
        }
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(plain))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("no " + raw.getSimpleName() + " is called " + plain));
        }
        if (shape.is(Duration.class)) {
            return Duration.parse((String) plain);
        }
        if (shape.is(Instant.class)) {
            return Instant.parse((String) plain);
        }
        if (shape.is(Optional.class)) {
            return values((List<?>) plain, shape).stream().findFirst();
        }
        if (shape.is(List.class)) {
            return values((List<?>) plain, shape);
        }
        var fields = (Map<?, ?>) plain;
        if (shape.is(Map.class)) {
            var map = new LinkedHashMap<Object, Object>();
            fields.forEach((key, held) -> map.put(key, value(held, shape.argument(1))));
            return map;
        }
        return shape.is(DualStack.class) ? stack(fields, shape.argument(0)) : record(fields, shape);
    }

    private static List<Object> values(List<?> plain, Shape shape) {
        return plain.stream().map(held -> value(held, shape.argument(0))).toList();
    }

    private static Object stack(Map<?, ?> fields, Shape values) {
        var v4 = Optional.ofNullable(fields.get(IpFamily.V4.name())).map(held -> value(held, values));
        var v6 = Optional.ofNullable(fields.get(IpFamily.V6.name())).map(held -> value(held, values));
        if (v4.isPresent() && v6.isPresent()) {
            return DualStack.both(v4.get(), v6.get());
        }
        return v4.map(DualStack::v4)
                .or(() -> v6.map(DualStack::v6))
                .orElseThrow(() -> new IllegalArgumentException("neither family is there: " + fields));
    }

    private static Object record(Map<?, ?> fields, Shape declared) {
        var shape = declared.raw().isSealed()
                ? declared.permitted(Reflection.permitted(declared.raw(), String.valueOf(fields.get(CASE))))
                : declared;
        var arguments = Arrays.stream(shape.raw().getRecordComponents())
                .map(component -> value(
                        Optional.ofNullable(fields.get(component.getName()))
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "%s has no %s: %s".formatted(shape.raw(), component.getName(), fields))),
                        shape.component(component.getGenericType())))
                .toArray();
        return Reflection.make(shape.raw(), arguments);
    }
}
