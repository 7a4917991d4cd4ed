package dev.trellis.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A small OpenID Connect issuer on this machine: a discovery document, its public key, and tokens signed at will. */
public final class IssuerForTests {
    private static IssuerForTests running;

    private final HttpServer server;
    private final RsaJsonWebKey key;

    private IssuerForTests() throws IOException, JoseException {
        key = key("of-the-issuer");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext(
                "/keys", exchange -> answer(exchange, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY)));
        server.start();
    }

    /** The one issuer of this test run. */
    public static synchronized IssuerForTests running() {
        try {
            if (running == null) {
                running = new IssuerForTests();
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String sign(Map<String, ?> claims) {
        return sign(claims, key);
    }

    /** Signed by a key the issuer does not publish, under a name it does not know. */
    public String signedByNobody(Map<String, ?> claims) {
        return sign(claims, key("of-nobody"));
    }

    /** Signed by a key the issuer does not publish, under the name of its own. */
    public String signedWithAnotherKey(Map<String, ?> claims) {
        return sign(claims, key("of-the-issuer"));
    }

    public String unsigned(Map<String, ?> claims) {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        token.setPayload(JsonUtil.toJson(claims));
        return serialized(token);
    }

    private static String sign(Map<String, ?> claims, RsaJsonWebKey key) {
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(JsonUtil.toJson(claims));
        return serialized(token);
    }

    private static String serialized(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return JsonUtil.toJson(Map.of("issuer", address(), "jwks_uri", address() + "/keys"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
