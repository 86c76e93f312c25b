package io.github.terway4j.adapters.worldlink;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** What is asked of records and sealed types at run time. */
final class Reflection {
    private Reflection() {}

    static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(component + " cannot be read", failed);
        }
    }

    /** By the canonical constructor, whose checks hold here, too. */
    static Object make(Class<?> record, Object... arguments) {
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalArgumentException(
                    "%s cannot be made of %s".formatted(record, Arrays.asList(arguments)), failed);
        }
    }

    static Class<?> permitted(Class<?> sealed, String simpleName) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(subclass -> subclass.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no case of %s is called %s".formatted(sealed.getSimpleName(), simpleName)));
    }
}
