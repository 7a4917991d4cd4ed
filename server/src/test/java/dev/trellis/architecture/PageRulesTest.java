package dev.trellis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every page keeps to, so that no single one can forget it. */
class PageRulesTest {
    @Test
    void pagesAreForBrowsersAndNothingElseIs() {
        classes()
                .that()
                .areAnnotatedWith(ForBrowsers.class)
                .should()
                .haveSimpleNameEndingWith("Pages")
                .andShould(liveBelowTheApp())
                .check(MainCode.CLASSES);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .haveSimpleNameEndingWith("Pages")
                .should()
                .beAnnotatedWith(ForBrowsers.class)
                .check(MainCode.CLASSES);
    }

    @Test
    void everyWriteOfAPageReadsAFormAndSoChecksWhereItComesFrom() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ForBrowsers.class)
                .and()
                .areAnnotatedWith(POST.class)
                .should(takeAForm())
                .check(MainCode.CLASSES);
        for (var method : java.util.List.of(PUT.class, PATCH.class, DELETE.class)) {
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(ForBrowsers.class)
                    .should()
                    .beAnnotatedWith(method)
                    .check(MainCode.CLASSES);
        }
    }

    @Test
    void pagesHoldNoSql() {
        noClasses()
                .that()
                .areAnnotatedWith(ForBrowsers.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(MainCode.CLASSES);
    }

    /** Qute writes values escaped; only these three words would write them as they are, or run them. */
    @Test
    void noTemplateWritesAValueUnescapedOrNeedsAnInlineScript() throws IOException {
        var forbidden = Pattern.compile(
                "\\.raw\\b|\\.safe\\b|<script(?![^>]*\\bsrc=)|<style\\b|\\sstyle=|\\son[a-z]+=|javascript:|hx-on");
        try (var files = Files.walk(ProjectFolder.root().resolve("server/src/main/resources/templates"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(forbidden.matcher(Files.readString(file)).results().map(java.util.regex.MatchResult::group))
                        .as("%s", file.getFileName())
                        .isEmpty();
            }
        }
    }

    private static ArchCondition<JavaClass> liveBelowTheApp() {
        return new ArchCondition<>("have an address below /app") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var path = type.getAnnotationOfType(Path.class).value();
                var below = path.equals("/") || path.equals("/app") || path.startsWith("/app/");
                events.add(new SimpleConditionEvent(type, below, type.getName() + " is at " + path));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeAForm() {
        return new ArchCondition<>("take a Form") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var takes = method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Form.class));
                events.add(new SimpleConditionEvent(method, takes, method.getFullName() + " takes no Form"));
            }
        };
    }
}
