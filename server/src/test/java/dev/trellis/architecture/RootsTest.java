package dev.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Of two roots that fit a path, the framework tries the longer first. Where nothing below it answers, it builds its routes
 * anew, in every such request, to go on with the shorter one.
 */
class RootsTest {
    private record Endpoint(List<String> root, List<String> path) {}

    @Test
    void noRootStandsInTheWayOfWhatAnotherOneAnswers() {
        var endpoints = endpoints();
        var roots = endpoints.stream().map(Endpoint::root).collect(Collectors.toSet());
        var inTheWay = new TreeSet<String>();
        for (var endpoint : endpoints) {
            roots.stream()
                    .filter(root -> root.size() > endpoint.root().size() && begins(endpoint.path(), root))
                    .forEach(root -> inTheWay.add(String.join("/", root) + " of " + String.join("/", endpoint.path())));
        }

        assertThat(endpoints).hasSizeGreaterThan(200);
        assertThat(inTheWay).as("give both the same root").isEmpty();
    }

    private static List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        for (var type : MainCode.CLASSES) {
            if (type.isAnnotatedWith(Path.class)) {
                var root =
                        segments(type.getAnnotationOfType(Path.class).value()).toList();
                type.getMethods().stream()
                        .filter(RootsTest::answers)
                        .forEach(method -> endpoints.add(new Endpoint(root, path(type, method))));
            }
        }
        return endpoints;
    }

    private static boolean answers(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }

    private static List<String> path(JavaClass type, JavaMethod method) {
        var below = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return Stream.concat(segments(type.getAnnotationOfType(Path.class).value()), segments(below))
                .toList();
    }

    private static Stream<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty());
    }

    /** A literal below a placeholder is another path: whoever asks for that wants the longer root. */
    private static boolean begins(List<String> path, List<String> root) {
        if (path.size() < root.size()) {
            return false;
        }
        for (var i = 0; i < root.size(); i++) {
            if (!root.get(i).startsWith("{") && !root.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
