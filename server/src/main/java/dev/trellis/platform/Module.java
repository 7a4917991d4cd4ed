package dev.trellis.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a module in its {@code package-info}: the other modules it may depend on. A test holds the code to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Module {
    /** The names of the modules whose public types may be used. */
    String[] dependsOn() default {};
}
