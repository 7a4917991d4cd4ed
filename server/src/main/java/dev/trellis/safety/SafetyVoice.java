package dev.trellis.safety;

import dev.trellis.identity.People;
import dev.trellis.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Says to one person, in their language and with the numbers of their country, what a finding calls for. */
@ApplicationScoped
class SafetyVoice {
    private final People people;
    private final SafetyMessages messages;
    private final CrisisContacts contacts;

    SafetyVoice(People people, SafetyMessages messages, CrisisContacts contacts) {
        this.people = people;
        this.messages = messages;
        this.contacts = contacts;
    }

    SafetyNotice notice(Handle tx, UUID userId, TriageResult result) {
        var person = people.find(tx, userId);
        var country = person.map(Person::country).orElse(null);
        return new SafetyNotice(result.level(), messages.text(result, country, language(person)), contacts(country));
    }

    String footer(Handle tx, UUID userId) {
        return messages.footer(language(people.find(tx, userId)));
    }

    SafetyNotice.@Nullable Contacts contactsFor(Handle tx, UUID userId) {
        return contacts(people.find(tx, userId).map(Person::country).orElse(null));
    }

    private SafetyNotice.@Nullable Contacts contacts(@Nullable String country) {
        var known = contacts.of(country);
        return known == null ? null : new SafetyNotice.Contacts(known.line(), known.emergency());
    }

    private static Locale language(Optional<Person> person) {
        return person.map(known -> Locale.forLanguageTag(known.locale())).orElse(Locale.ENGLISH);
    }
}
