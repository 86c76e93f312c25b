package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.concurrent.atomic.AtomicLong;

/** The tokens by which calls are known again. */
final class ClientTokens {
    /** Of all operations together: the cloud knows a token again whatever it came with. */
    private static final AtomicLong CALLS = new AtomicLong();

    /** The caller's; else one that no other call has: such a call is never known again. */
    ClientToken read(Parameters parameters) {
        return parameters
                .read("ClientToken", ClientToken::new)
                .orElseGet(() -> new ClientToken("without-token-" + CALLS.incrementAndGet()));
    }
}
