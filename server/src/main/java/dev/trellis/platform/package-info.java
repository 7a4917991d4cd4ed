/**
 * What every module stands on: who acts, transactions, ids, days and time zones, problems, paging, JSON, and the
 * embedded database. Depends on no other module.
 */
@Module
@NullMarked
package dev.trellis.platform;

import org.jspecify.annotations.NullMarked;
