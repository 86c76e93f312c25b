/**
 * What is written into a node's {@code /etc} so that nobody else sets up the devices of ENIs and pods: udev, systemd-networkd
 * and NetworkManager each read files that others have dropped in.
 *
 * <p>The node's own device is never spoken of but to be left out, and a device is known by its MAC, since a name may change at
 * reboot. Never happens here: reading or writing a file. Start with {@link io.github.terway4j.domain.dropin.DropIns}.
 */
@NullMarked
package io.github.terway4j.domain.dropin;

import org.jspecify.annotations.NullMarked;
