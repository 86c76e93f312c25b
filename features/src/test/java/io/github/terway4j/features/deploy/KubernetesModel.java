package io.github.terway4j.features.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kubernetes' own schemas, as classes that somebody else has made of them: a value of a wrong type is refused, and a field that
 * there is not is found in the place where these classes put what they do not know.
 */
final class KubernetesModel {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Class<?>> KINDS = List.of(
            ConfigMap.class,
            ServiceAccount.class,
            DaemonSet.class,
            ClusterRole.class,
            ClusterRoleBinding.class,
            Role.class,
            RoleBinding.class);

    private KubernetesModel() {}

    /** The fields of the document that its kind does not have. */
    static List<String> unknown(Map<?, ?> document) {
        var kind = KINDS.stream()
                .filter(one -> one.getSimpleName().equals(document.get("kind")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of ours: " + document.get("kind")));
        return unknown(MAPPER.convertValue(document, kind), kind.getSimpleName())
                .toList();
    }

    private static Stream<String> unknown(Object part, String where) {
        return switch (part) {
            case Collection<?> all -> all.stream().flatMap(one -> unknown(one, where));
            case Object bean
            when isModel(bean) -> {
                var found = new ArrayList<String>();
                for (var method : bean.getClass().getMethods()) {
                    if (method.getName().equals("getAdditionalProperties")) {
                        names(answer(bean, method)).forEach(key -> found.add(where + "." + key));
                    } else if (isGetter(method)) {
                        answer(bean, method)
                                .ifPresent(value -> unknown(
                                                value,
                                                where + "." + method.getName().substring(3))
                                        .forEach(found::add));
                    }
                }
                yield found.stream();
            }
            default -> Stream.of();
        };
    }

    private static Collection<?> names(Optional<Object> map) {
        return map.filter(Map.class::isInstance)
                .<Collection<?>>map(one -> ((Map<?, ?>) one).keySet())
                .orElse(List.of());
    }

    private static boolean isModel(Object part) {
        return part.getClass().getPackageName().startsWith("io.fabric8.kubernetes.api.model")
                && !part.getClass().isEnum();
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && method.getDeclaringClass() != Object.class;
    }

    private static Optional<Object> answer(Object bean, Method getter) {
        try {
            return Optional.ofNullable(getter.invoke(bean));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(getter + " cannot be asked", broken);
        }
    }
}
