package io.github.terway4j.adapters.worldlink;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A type with nothing left open: {@code CloudOutcome<List<Eni>>}. */
record Shape(Class<?> raw, List<Shape> arguments) {
    Shape {
        arguments = List.copyOf(arguments);
    }

    static Shape of(Type type) {
        return of(type, Map.of());
    }

    private static Shape of(Type type, Map<String, Shape> bound) {
        return switch (type) {
            case Class<?> raw -> new Shape(raw, List.of());
            case ParameterizedType parameterized ->
                new Shape(
                        (Class<?>) parameterized.getRawType(),
                        Arrays.stream(parameterized.getActualTypeArguments())
                                .map(argument -> of(argument, bound))
                                .toList());
            case TypeVariable<?> variable
            when bound.containsKey(variable.getName()) ->
                bound.getOrDefault(variable.getName(), new Shape(Object.class, List.of()));
            case Type other -> throw new IllegalArgumentException(other + " cannot be carried over a world link");
        };
    }

    Shape argument(int index) {
        return arguments.get(index);
    }

    /** The type of a record's component. */
    Shape component(Type generic) {
        var variables = raw.getTypeParameters();
        return of(
                generic,
                IntStream.range(0, variables.length)
                        .boxed()
                        .collect(Collectors.toMap(index -> variables[index].getName(), this::argument)));
    }

    /** One of a sealed type's cases. The cases of our ports have the type's own parameters, in order, or none. */
    Shape permitted(Class<?> subtype) {
        return new Shape(subtype, subtype.getTypeParameters().length == 0 ? List.of() : arguments);
    }

    boolean is(Class<?> type) {
        return raw.equals(type);
    }
}
