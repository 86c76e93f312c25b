/**
 * The door for the container runtime: CNI calls that come from the CNI executable over a unix socket, in the frames of
 * {@code docs/cni-protocol.md}.
 *
 * <p>A call is read ({@link io.github.terway4j.adapters.cni.CniCallReader}), done by a use case and answered ({@link
 * io.github.terway4j.adapters.cni.CniDoor}). Whatever is asked, and however malformed, is answered with exactly one JSON
 * object in the caller's version of the CNI specification. The codes of those that are errors:
 *
 * <table>
 *   <caption>CNI error codes</caption>
 *   <tr><th>code</th><th>when</th></tr>
 *   <tr><td>1</td><td>a version that we do not speak, or a command that the version does not know yet</td></tr>
 *   <tr><td>4</td><td>a variable is missing or malformed; what was asked for cannot be ({@code Fault.Request}: a
 *       namespace that is none, an interface name in use)</td></tr>
 *   <tr><td>6</td><td>stdin is not a JSON object</td></tr>
 *   <tr><td>7</td><td>a key of the network configuration has a value that it does not take</td></tr>
 *   <tr><td>11</td><td>it may pass, try again: {@code Fault.Capacity}, {@code Fault.Outside}, too many calls at once, a
 *       call that did not arrive whole</td></tr>
 *   <tr><td>50</td><td>STATUS: the node could not take a pod now, for whatever reason</td></tr>
 *   <tr><td>100</td><td>CHECK: something of the attachment is missing</td></tr>
 *   <tr><td>101</td><td>CHECK: no such attachment is known here. Not 3, by which the runtime would take it that there is
 *       nothing to clean up</td></tr>
 *   <tr><td>102</td><td>the operator's configuration stands in the way ({@code Fault.Configuration}). Not 7, which
 *       speaks of the network configuration on stdin</td></tr>
 *   <tr><td>999</td><td>a mistake of ours; the agent's log tells more</td></tr>
 * </table>
 *
 * <p>Never happens here: a decision about a pod, and an answer of any other shape. Start with {@link
 * io.github.terway4j.adapters.cni.CniDoor}, and {@link io.github.terway4j.adapters.cni.CniServer} for the socket.
 */
@NullMarked
package io.github.terway4j.adapters.cni;

import org.jspecify.annotations.NullMarked;
