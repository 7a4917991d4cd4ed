package dev.trellis.platform.web;

import dev.trellis.platform.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint, on the method or on its class. Without this annotation: any logged-in person, on their own
 * data, with the scope {@code read} for reads and {@code write} for everything else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
    /** True when nobody has to be logged in. */
    boolean open() default false;

    /** The role the caller must have. */
    Role role() default Role.PARTICIPANT;

    /** Scopes the token must have instead of the usual one. */
    Scope[] scopes() default {};
}
