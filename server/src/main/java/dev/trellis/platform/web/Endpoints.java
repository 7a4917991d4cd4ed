package dev.trellis.platform.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Every endpoint of the server as its annotations declare it, by method and path; read from the index of the build. */
final class Endpoints {
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName ACCESS = DotName.createSimple(Access.class.getName());
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, Endpoint> byAddress = new HashMap<>();

    /**
     * One endpoint.
     *
     * @param operationId unique, made of the names of its class and method
     * @param open whether nobody has to be logged in
     * @param role the role it needs, when it is not the participant's
     */
    record Endpoint(
            String operationId, boolean open, @Nullable String role) {}

    Endpoints(IndexView index) {
        for (var path : index.getAnnotations(PATH)) {
            if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
                add(path.target().asClass(), path.value().asString());
            }
        }
    }

    /** The endpoint of this method at this path. */
    Optional<Endpoint> at(String method, String path) {
        return Optional.ofNullable(byAddress.get(method + " " + path));
    }

    private void add(ClassInfo type, String root) {
        for (var method : type.methods()) {
            for (var verb : METHODS) {
                if (method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + verb))) {
                    byAddress.put(verb + " " + address(root, method), endpoint(type, method));
                }
            }
        }
    }

    private static Endpoint endpoint(ClassInfo type, MethodInfo method) {
        var onMethod = method.declaredAnnotation(ACCESS);
        var access = onMethod != null ? onMethod : type.declaredAnnotation(ACCESS);
        var name = type.simpleName().replaceFirst("(Api|Pages)$", "");
        return new Endpoint(
                FieldNames.snake(name) + "_" + FieldNames.snake(method.name()), isOpen(access), role(access));
    }

    private static boolean isOpen(@Nullable AnnotationInstance access) {
        return access != null
                && access.value("open") != null
                && access.value("open").asBoolean();
    }

    private static @Nullable String role(@Nullable AnnotationInstance access) {
        return access == null || access.value("role") == null
                ? null
                : access.value("role").asEnum().toLowerCase(Locale.ROOT);
    }

    private static String address(String root, MethodInfo method) {
        var path = method.declaredAnnotation(PATH);
        var parts = (root + "/" + (path == null ? "" : path.value().asString())).split("/+");
        return Arrays.stream(parts)
                .filter(part -> !part.isEmpty())
                // A template may restrict its value with an expression, which the document does not show.
                .map(part -> part.replaceFirst("^\\{\\s*([^:\\s}]+)\\s*:.*}$", "{$1}"))
                .reduce("", (before, part) -> before + "/" + part);
    }
}
