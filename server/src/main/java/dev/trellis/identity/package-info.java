/**
 * People and what lets them in: accounts, profiles, log-in, tokens, invites, export and erasure. Depends on
 * {@code platform} and on the audit log of {@code events}.
 */
@Module(dependsOn = {"events", "platform"})
@NullMarked
package dev.trellis.identity;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
