package io.github.terway4j.adapters.nlmsg;

import io.github.terway4j.adapters.syscall.Errno;

/**
 * The kernel's answer to a request: done, or not and why.
 *
 * @param errno zero for done
 * @param words the error's name and, where the kernel gave them, its own explanation and the attribute it objects to
 */
public record Ack(int errno, String words) {
    private static final Ack DONE = new Ack(0, "done");

    private static final int ERRNO_SIZE = 4;
    private static final int NLM_F_CAPPED = 0x100;
    private static final int NLM_F_ACK_TLVS = 0x200;
    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int NLMSGERR_ATTR_OFFS = 2;
    private static final int ABSENT = -1;

    public boolean done() {
        return errno == 0;
    }

    public boolean is(Errno other) {
        return errno == other.number();
    }

    /** What an NLMSG_ERROR says about the request that it answers. */
    static Ack of(Reply reply, Message request) {
        int errno = -reply.u32(0);
        if (errno == 0) {
            return DONE;
        }
        // Behind the errno comes the request's header, and the rest of the request unless that was left out.
        int echoed = (reply.flags() & NLM_F_CAPPED) != 0 ? Message.HEADER : reply.u32(ERRNO_SIZE);
        return refusal(errno, reply, ERRNO_SIZE + echoed, request);
    }

    /** What an NLMSG_DONE says about the dump that it ends; some kernels end an empty one without an errno. */
    static Ack ofEnd(Reply reply, Message request) {
        int errno = reply.body().limit() < ERRNO_SIZE ? 0 : -reply.u32(0);
        return errno <= 0 ? DONE : refusal(errno, reply, ERRNO_SIZE, request);
    }

    private static Ack refusal(int errno, Reply reply, int explanationAt, Message request) {
        var words = new StringBuilder(Errno.words(errno));
        if ((reply.flags() & NLM_F_ACK_TLVS) != 0) {
            var explanation = reply.attributes(explanationAt);
            if (explanation.has(NLMSGERR_ATTR_MSG)) {
                words.append(": ").append(explanation.text(NLMSGERR_ATTR_MSG));
            }
            int attribute = request.attributeTypeAt(explanation.u32(NLMSGERR_ATTR_OFFS, ABSENT));
            if (attribute >= 0) {
                words.append(", attribute ").append(attribute);
            }
        }
        return new Ack(errno, words.toString());
    }
}
