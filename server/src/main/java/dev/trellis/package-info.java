/** Where everything comes together: the program's entry point. The modules are the packages below. */
@NullMarked
package dev.trellis;

import org.jspecify.annotations.NullMarked;
