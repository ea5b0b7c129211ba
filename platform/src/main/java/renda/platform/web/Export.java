package renda.platform.web;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * The body of a download.
 */
record Export(Flux<DataBuffer> bytes) {
}
