package dev.trellis.identity;

import dev.trellis.events.AuditLog;
import dev.trellis.identity.AccountChange.AccountChanged;
import dev.trellis.identity.AccountChange.LastOperator;
import dev.trellis.identity.AccountChange.UnknownAccount;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, as operators see and change them; each look and each change is written to the audit log. */
@ApplicationScoped
public class Accounts {
    private final Database database;
    private final PersonStore store;
    private final AuditLog audit;
    private final AccessTokens accessTokens;

    Accounts(Database database, PersonStore store, AuditLog audit, AccessTokens accessTokens) {
        this.database = database;
        this.store = store;
        this.audit = audit;
        this.accessTokens = accessTokens;
    }

    /**
     * Accounts, newest first.
     *
     * @param words what the name or the e-mail address contains; all when it is absent
     */
    public Page<Person> list(Actor operator, @Nullable String words, PageRequest request) {
        return database.as(operator, tx -> {
            var page = Page.of(store.list(tx, words, request), request, person -> new Cursor(person.id()));
            audit.recordEach(
                    tx,
                    operator,
                    "account_listed",
                    page.items().stream().map(Person::id).toList(),
                    Map.of());
            return page;
        });
    }

    /** One account. */
    public Optional<Person> find(Actor operator, UUID personId) {
        return database.as(operator, tx -> {
            var person = store.find(tx, personId);
            person.ifPresent(found -> audit.record(tx, operator, "account_read", personId, Map.of()));
            return person;
        });
    }

    /** Changes roles and status. Operators are locked together, so that the last two cannot dismiss each other. */
    public AccountChange change(Actor operator, UUID personId, Function<Person, AccountAccess> change) {
        return database.as(operator, tx -> {
            var operators = store.lockOperators(tx);
            return store.lock(tx, personId)
                    .map(current -> change(tx, operator, current, change.apply(current), operators))
                    .orElseGet(UnknownAccount::new);
        });
    }

    private AccountChange change(
            Handle tx, Actor operator, Person current, AccountAccess wanted, List<UUID> operators) {
        var access = new AccountAccess(AccountAccess.complete(wanted.roles()), wanted.status());
        if (operators.equals(List.of(current.id())) && !access.operates()) {
            return new LastOperator();
        }
        store.change(tx, current.id(), access);
        audit.record(
                tx, operator, "account_changed", current.id(), Map.of("before", current.access(), "after", access));
        tx.afterCommit(() -> accessTokens.forgetPerson(current.id()));
        return new AccountChanged(store.find(tx, current.id()).orElse(current));
    }
}
