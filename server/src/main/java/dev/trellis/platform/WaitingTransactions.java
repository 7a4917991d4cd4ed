package dev.trellis.platform;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/** Ends transactions together with what still waits in them. */
final class WaitingTransactions extends DelegatingTransactionHandler {
    private static final String INSTEAD = "a part that can be undone is a Together.attempt";

    WaitingTransactions(TransactionHandler transactions) {
        super(transactions);
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new WaitingTransactions(getDelegate().specialize(handle));
    }

    @Override
    public void commit(Handle handle) {
        Waiting.of(handle).commit();
        // The driver knows a transaction that has ended already.
        super.commit(handle);
    }

    @Override
    public void rollback(Handle handle) {
        Waiting.of(handle).forget();
        super.rollback(handle);
    }

    @Override
    public void savepoint(Handle handle, String name) {
        throw new UnsupportedOperationException(INSTEAD);
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        throw new UnsupportedOperationException(INSTEAD);
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        throw new UnsupportedOperationException(INSTEAD);
    }
}
