package dev.trellis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.trellis.platform.Module;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map of modules, held against the code: each declares in its package-info what it may depend on. */
class ModuleBoundariesTest {
    private static final String ROOT = "dev.trellis.";
    private static final Map<String, Set<String>> ALLOWED = new TreeMap<>();

    @BeforeAll
    static void readTheCode() throws ClassNotFoundException {
        for (var type : MainCode.CLASSES) {
            var module = moduleOf(type);
            if (!module.isEmpty() && !ALLOWED.containsKey(module)) {
                var declared = Class.forName(ROOT + module + ".package-info").getAnnotation(Module.class);
                assertThat(declared)
                        .as("%s declares its module in package-info", module)
                        .isNotNull();
                ALLOWED.put(module, new TreeSet<>(Arrays.asList(declared.dependsOn())));
            }
        }
    }

    @Test
    void aModuleDependsOnlyOnWhatItDeclares() {
        classes()
                .that()
                .resideInAPackage("dev.trellis.*..")
                .should(stayWithinDeclaredModules())
                .check(MainCode.CLASSES);
    }

    @Test
    void modulesFormNoCircle() {
        slices().matching("dev.trellis.(*)..").should().beFreeOfCycles().check(MainCode.CLASSES);
    }

    @Test
    void declaredModulesExist() {
        ALLOWED.forEach((module, others) ->
                assertThat(ALLOWED.keySet()).as("what %s declares", module).containsAll(others));
    }

    @Test
    void onlyWebPackagesSpeakHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.trellis.*.web..", "dev.trellis.web..")
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                .check(MainCode.CLASSES);
    }

    /** Its statements would overtake those that wait. */
    @Test
    void nothingTakesTheConnectionFromUnderATransaction() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.trellis.platform")
                .should()
                .callMethod(Handle.class, "getConnection")
                .check(MainCode.CLASSES);
    }

    @Test
    void nothingReadsTheClockButTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.trellis.platform.TrellisClock")
                .and()
                // the scheduler lives in real time, as db-scheduler does
                .resideOutsideOfPackage("dev.trellis.platform.jobs..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(MainCode.CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (var type : MainCode.CLASSES) {
            var name = type.getPackageName();
            try {
                assertThat(Class.forName(name + ".package-info").getAnnotation(NullMarked.class))
                        .as("%s has a @NullMarked package-info", name)
                        .isNotNull();
            } catch (ClassNotFoundException e) {
                throw new AssertionError(name + " has no package-info", e);
            }
        }
    }

    private static ArchCondition<JavaClass> stayWithinDeclaredModules() {
        return new ArchCondition<>("depend only on the modules that its own declares") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var own = moduleOf(type);
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    var other = moduleOf(dependency.getTargetClass());
                    if (!other.isEmpty()
                            && !other.equals(own)
                            && !ALLOWED.getOrDefault(own, Set.of()).contains(other)) {
                        events.add(SimpleConditionEvent.violated(
                                type,
                                own + " does not declare that it depends on " + other + ": "
                                        + dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static String moduleOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        var rest = name.substring(ROOT.length());
        var dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
