package dev.trellis.identity;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.TimedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Erases a person: every row that is theirs goes with their account, by the foreign keys, in one transaction. */
@ApplicationScoped
public class Erasure {
    private final Database database;
    private final PersonTables tables;
    private final AccessTokens accessTokens;
    private final InstantSource clock;

    Erasure(Database database, PersonTables tables, AccessTokens accessTokens, InstantSource clock) {
        this.database = database;
        this.tables = tables;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /** Erases the person who acts, and leaves a receipt. */
    public ErasureReceipt erase(Actor actor) {
        return database.as(actor, tx -> {
            tx.execute("select from users where id = ? for update", actor.userId());
            var rows = tables.countOwnRows(tx);
            if (tx.execute("delete from users where id = ?", actor.userId()) == 0) {
                throw ProblemException.notFound("person");
            }
            tx.afterCommit(() -> accessTokens.forgetPerson(actor.userId()));
            return receipt(tx, rows);
        });
    }

    /** The receipt of that id, for whoever kept it: it says nothing about whose data it was. */
    public Optional<ErasureReceipt> receipt(UUID id) {
        return database.asJob(
                tx -> tx.createQuery("select id, erased_at, row_count from erasure_receipts where id = :id")
                        .bind("id", id)
                        .mapTo(ErasureReceipt.class)
                        .findOne());
    }

    /** The id is made here: whoever leaves may write a receipt, but read none, so there is no returning it. */
    private ErasureReceipt receipt(Handle tx, long rows) {
        var receipt = new ErasureReceipt(TimedId.next(), clock.instant(), rows);
        tx.createUpdate("insert into erasure_receipts (id, erased_at, row_count) values (:id, :erasedAt, :rowCount)")
                .bindMethods(receipt)
                .execute();
        return receipt;
    }
}
