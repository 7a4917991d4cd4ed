package dev.trellis.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The triage and the texts as this server uses them: once a process, with the operator's contacts when there are some. */
@ApplicationScoped
class SafetyConfiguration {
    @Produces
    @Singleton
    Triage triage() {
        return new Triage();
    }

    @Produces
    @Singleton
    CrisisContacts contacts(@ConfigProperty(name = "trellis.safety.contacts") Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return CrisisContacts.builtIn();
        }
        try (var csv = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
            return CrisisContacts.read(csv);
        }
    }

    @Produces
    @Singleton
    SafetyMessages messages(CrisisContacts contacts) {
        return new SafetyMessages(contacts);
    }
}
