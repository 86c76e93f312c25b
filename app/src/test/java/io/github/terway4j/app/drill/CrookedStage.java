package io.github.terway4j.app.drill;

import io.github.terway4j.app.stage.CniAnswer;
import io.github.terway4j.app.stage.Stage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/** A stage on which calls of a container runtime go wrong in one way, and all else is as it was. */
final class CrookedStage {
    private CrookedStage() {}

    /** What happens to a call. */
    interface Trick {
        CniAnswer answer(String command, String container, Supplier<CniAnswer> call);
    }

    static Stage of(Stage honest, Trick trick) {
        return (Stage) Proxy.newProxyInstance(
                CrookedStage.class.getClassLoader(), new Class<?>[] {Stage.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getName().equals("call")) {
                        var variables = (Map<?, ?>) arguments[1];
                        return trick.answer(
                                String.valueOf(variables.get("CNI_COMMAND")),
                                String.valueOf(variables.get("CNI_CONTAINERID")),
                                () -> (CniAnswer) onward(honest, method, arguments));
                    }
                    return onward(honest, method, arguments);
                });
    }

    private static Object onward(Stage honest, Method method, Object[] arguments) {
        try {
            return method.invoke(honest, arguments);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
