package dev.trellis.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real model, written here byte by byte: it looks each token up in a table of three numbers. */
class OnnxEmbedderTest {
    private static final List<String> VOCABULARY = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "sleep", "run", "food");
    private static final float[][] TABLE = {
        {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1},
    };

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("model.onnx"), model());
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    }

    @Test
    void averagesTheTokensOfATextToAUnitVector() {
        var embedder = Embedders.from(EmbeddingSettings.onnx(folder));
        assertThat(embedder.dimensions()).isEqualTo(3);
        assertThat(embedder.model()).startsWith("onnx:" + folder.getFileName() + ":");
        var vectors = embedder.embed(List.of("sleep", "run food", "", "sleep"));
        assertThat(vectors.get(0)).containsExactly(new float[] {1, 0, 0}, within(1e-5f));
        assertThat(vectors.get(1))
                .containsExactly(new float[] {0, (float) Math.sqrt(0.5), (float) Math.sqrt(0.5)}, within(1e-5f));
        assertThat(vectors.get(2)).containsExactly(0, 0, 0);
        assertThat(vectors.get(3)).isEqualTo(vectors.get(0));
    }

    @Test
    void anotherModelInTheSameFolderHasAnotherName() throws IOException {
        var before = Embedders.from(EmbeddingSettings.onnx(folder)).model();
        TABLE[4][0] = 0.5f;
        Files.write(folder.resolve("model.onnx"), model());
        TABLE[4][0] = 1;
        assertThat(Embedders.from(EmbeddingSettings.onnx(folder)).model()).isNotEqualTo(before);
    }

    @Test
    void aMissingOrBrokenModelIsNamed() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> Embedders.from(EmbeddingSettings.onnx(folder)))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("cannot be loaded");
        Files.delete(folder.resolve("model.onnx"));
        assertThatThrownBy(() -> Embedders.from(EmbeddingSettings.onnx(folder)))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("model.onnx");
    }

    @Test
    void otherDimensionsThanConfiguredAreRefused() {
        var settings = new EmbeddingSettings(
                EmbeddingSettings.Provider.ONNX, null, null, null, folder, 384, Duration.ofSeconds(1));
        assertThatThrownBy(() -> Embedders.from(settings))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("gives 3 dimensions");
    }

    /** ModelProto: ir_version 1, graph 7, opset_import 8 (onnx.proto). */
    private static byte[] model() {
        return new Message()
                .number(1, 8)
                .message(7, graph())
                .message(8, new Message().text(1, "").number(2, 13))
                .bytes();
    }

    /** GraphProto: node 1, name 2, initializer 5, input 11, output 12. The mask is asked for by the caller and unused here. */
    private static Message graph() {
        var gather = new Message()
                .text(1, "table")
                .text(1, "input_ids")
                .text(2, "last_hidden_state")
                .text(4, "Gather");
        return new Message()
                .message(1, gather)
                .text(2, "lookup")
                .message(5, table())
                .message(11, value("input_ids", 7, -1, -1))
                .message(11, value("attention_mask", 7, -1, -1))
                .message(12, value("last_hidden_state", 1, -1, -1, 3));
    }

    /** TensorProto: dims 1, data_type 2 (1 is float), name 8, raw_data 9. */
    private static Message table() {
        var raw = ByteBuffer.allocate(TABLE.length * 3 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var row : TABLE) {
            for (var number : row) {
                raw.putFloat(number);
            }
        }
        return new Message()
                .number(1, TABLE.length)
                .number(1, 3)
                .number(2, 1)
                .text(8, "table")
                .field(9, raw.array());
    }

    /** ValueInfoProto: name 1, type 2; its tensor_type 1 has elem_type 1 and shape 2, whose dim 1 has dim_value 1. */
    private static Message value(String name, int type, int... dimensions) {
        var shape = new Message();
        for (var size : dimensions) {
            shape.message(1, size < 0 ? new Message().text(2, "any") : new Message().number(1, size));
        }
        var tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static String tokenizer() {
        var words = new StringBuilder();
        for (var i = 0; i < VOCABULARY.size(); i++) {
            words.append(i == 0 ? "" : ", ").append("\"" + VOCABULARY.get(i) + "\": " + i);
        }
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                                "strip_accents": null, "lowercase": true},
                 "pre_tokenizer": {"type": "BertPreTokenizer"},
                 "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
                 "decoder": null,
                 "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                           "max_input_chars_per_word": 100, "vocab": {%s}}}
                """.formatted(words);
    }

    /** A protobuf message in the making: each field is its number and kind, then a number or a length and bytes. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            variable(field << 3);
            variable(value);
            return this;
        }

        Message text(int field, String text) {
            return field(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message message) {
            return field(field, message.bytes());
        }

        Message field(int field, byte[] bytes) {
            variable((field << 3) | 2);
            variable(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void variable(long value) {
            var rest = value;
            while (rest > 127) {
                out.write((int) ((rest & 127) | 128));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
