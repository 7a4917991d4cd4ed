/**
 * Turns sentences into vectors whose cosine says how close their meaning is: a built-in embedder that needs nothing, an
 * OpenAI-compatible endpoint, or an ONNX model in a folder. Depends on no other module.
 */
@NullMarked
package dev.trellis.platform.embedding;

import org.jspecify.annotations.NullMarked;
