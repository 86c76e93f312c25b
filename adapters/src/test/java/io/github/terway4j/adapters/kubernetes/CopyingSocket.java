package io.github.terway4j.adapters.kubernetes;

import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.util.function.IntSupplier;

/** Sends what a watch tells as often as a test wants. */
final class CopyingSocket extends WebSocketListener {
    private final WebSocketListener real;
    private final IntSupplier copies;

    CopyingSocket(WebSocketListener real, IntSupplier copies) {
        this.real = real;
        this.copies = copies;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        real.onOpen(new Copying(socket, copies), response);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        real.onClosing(socket, code, reason);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        real.onClosed(socket, code, reason);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, Response response) {
        real.onFailure(socket, failure, response);
    }

    private record Copying(WebSocket socket, IntSupplier copies) implements WebSocket {
        @Override
        public RecordedRequest request() {
            return socket.request();
        }

        @Override
        public boolean send(String text) {
            for (int copy = 0; copy < copies.getAsInt(); copy++) {
                socket.send(text);
            }
            return true;
        }

        @Override
        public boolean send(byte[] bytes) {
            return socket.send(bytes);
        }

        @Override
        public boolean close(int code, String reason) {
            return socket.close(code, reason);
        }
    }
}
