package dev.trellis.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * An external OpenID Connect issuer, when one is configured: its signed tokens are accepted, and people log in there
 * instead of here. Its keys come from its discovery document and are fetched again when a new one appears.
 */
@ApplicationScoped
public class OpenIdIssuer {
    private static final Logger LOG = Logger.getLogger(OpenIdIssuer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** However many tokens name a key nobody knows, the issuer is asked no more often than this. */
    private static final Duration REFETCH_PAUSE = Duration.ofSeconds(5);

    private static final int ALLOWED_SKEW_SECONDS = 30;
    private static final int LONGEST_SUBJECT = 255;
    private static final AlgorithmConstraints SIGNATURES = new AlgorithmConstraints(
            ConstraintType.PERMIT, "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA");

    private final Optional<String> issuer;
    private final Optional<String> audience;
    private final String rolesClaim;
    private final InstantSource clock;
    private final ObjectMapper mapper;
    private volatile @Nullable HttpsJwks keys;

    OpenIdIssuer(
            @ConfigProperty(name = "trellis.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "trellis.oidc.audience") Optional<String> audience,
            @ConfigProperty(name = "trellis.oidc.roles-claim", defaultValue = "roles") String rolesClaim,
            InstantSource clock,
            ObjectMapper mapper) {
        this.issuer = issuer;
        this.audience = audience;
        this.rolesClaim = rolesClaim;
        this.clock = clock;
        this.mapper = mapper;
        issuer.ifPresent(address -> checkSettings(address, audience));
    }

    /** The issuer people log in at, or nothing when they log in here. */
    public Optional<String> address() {
        return issuer;
    }

    /** What a valid token of the issuer says; nothing when it is not valid or no issuer is configured. */
    Optional<ExternalIdentity> identity(String token) {
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        var keySource = keys();
        try {
            var claims = new JwtConsumerBuilder()
                    .setExpectedIssuer(issuer.get())
                    .setExpectedAudience(audience.orElseThrow())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .setAllowedClockSkewInSeconds(ALLOWED_SKEW_SECONDS)
                    .setJwsAlgorithmConstraints(SIGNATURES)
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keySource))
                    .build()
                    .processToClaims(token);
            return claims.getSubject().length() > LONGEST_SUBJECT
                    ? Optional.empty()
                    : Optional.of(identity(issuer.get(), claims));
        } catch (InvalidJwtException | MalformedClaimException e) {
            // Its message quotes the token; the caller is told that it is not valid, and nothing is logged.
            return Optional.empty();
        }
    }

    private ExternalIdentity identity(String from, JwtClaims claims) throws MalformedClaimException {
        var verified = Boolean.TRUE.equals(claims.getClaimValue("email_verified"));
        return new ExternalIdentity(
                from,
                claims.getSubject(),
                verified ? text(claims, "email") : null,
                Optional.ofNullable(text(claims, "name")).orElse(""),
                text(claims, "zoneinfo"),
                text(claims, "locale"),
                roles(claims),
                Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
    }

    /** Names that are no role of ours belong to other programs that use the same issuer. */
    private Set<Role> roles(JwtClaims claims) {
        var names = claims.getClaimValue(rolesClaim) instanceof List<?> list ? list : List.of();
        var roles = EnumSet.of(Role.PARTICIPANT);
        Arrays.stream(Role.values()).filter(role -> names.contains(role.wire())).forEach(roles::add);
        return roles;
    }

    private static @Nullable String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? text : null;
    }

    private HttpsJwks keys() {
        var found = keys;
        if (found == null) {
            found = new HttpsJwks(keysAddress());
            found.setRefreshReprieveThreshold(REFETCH_PAUSE.toMillis());
            keys = found;
        }
        return found;
    }

    private String keysAddress() {
        var from = issuer.orElseThrow().replaceFirst("/$", "");
        var discovery = URI.create(from + "/.well-known/openid-configuration");
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(discovery).timeout(PATIENCE).build(), BodyHandlers.ofString());
            var document = mapper.readTree(answer.body());
            if (answer.statusCode() == 200
                    && document.path("issuer").asText().equals(issuer.orElseThrow())
                    && document.path("jwks_uri").isTextual()) {
                return document.path("jwks_uri").asText();
            }
            LOG.errorf("%s does not describe the issuer %s", discovery, from);
        } catch (IOException e) {
            LOG.errorf("%s cannot be read: %s", discovery, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                ProblemType.UNAVAILABLE, "The identity provider cannot be reached right now. Try again in a moment.");
    }

    /** Without an audience, a token made for any other program of the issuer would open this one. */
    private static void checkSettings(String issuer, Optional<String> audience) {
        var address = URI.create(issuer);
        var onThisMachine = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !onThisMachine) {
            throw new IllegalStateException("trellis.oidc.issuer must be an https address");
        }
        if (audience.isEmpty()) {
            throw new IllegalStateException("trellis.oidc.issuer needs trellis.oidc.audience beside it");
        }
    }
}
