package io.github.terway4j.domain.datapath;

/** Whether a link asks and answers for neighbours, as every link does unless told otherwise ({@code ip link set arp}). */
public enum Arp {
    ON,
    OFF
}
