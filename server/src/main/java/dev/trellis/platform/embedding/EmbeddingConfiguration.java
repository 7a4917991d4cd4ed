package dev.trellis.platform.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The embedder of this server, as {@code trellis.embedding.*} asks for it; the built-in one when nothing is set. */
@ApplicationScoped
class EmbeddingConfiguration {
    @Produces
    @Singleton
    Embedder embedder(
            @ConfigProperty(name = "trellis.embedding.provider", defaultValue = "builtin") String provider,
            @ConfigProperty(name = "trellis.embedding.url") Optional<URI> url,
            @ConfigProperty(name = "trellis.embedding.model") Optional<String> model,
            @ConfigProperty(name = "trellis.embedding.api-key") Optional<String> apiKey,
            @ConfigProperty(name = "trellis.embedding.folder") Optional<Path> folder,
            @ConfigProperty(name = "trellis.embedding.dimensions", defaultValue = "0") int dimensions,
            @ConfigProperty(name = "trellis.embedding.timeout", defaultValue = "10s") Duration timeout) {
        return Embedders.from(new EmbeddingSettings(
                EmbeddingSettings.Provider.valueOf(provider.toUpperCase(Locale.ROOT)),
                url.orElse(null),
                model.orElse(null),
                apiKey.orElse(null),
                folder.orElse(null),
                dimensions,
                timeout));
    }
}
