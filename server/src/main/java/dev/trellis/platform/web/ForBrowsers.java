package dev.trellis.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Endpoints that people reach with a browser, below {@code /app}: who calls is told by a cookie instead of a bearer
 * token, answers and refusals are pages, and the API's document leaves them out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForBrowsers {
    /**
     * Whether the answers are the same for everybody, and anybody may keep them: nobody is looked up for them, and no
     * cookie is ever sent along.
     */
    boolean sameForEverybody() default false;
}
