/*
 * floor: the network of one pod, made by nothing but the netlink messages it takes.
 *
 * This is what the kernel charges for the objects that the agent makes for a pod, for IPv4 and IPv6 together; no program
 * can add a pod for less. It is run once per pod, by fork and exec, as the runtime runs the CNI executable, so that the
 * two can be compared. It prints where the time went, in microseconds.
 *
 *   floor one HOST_NETNS POD_NETNS HOST_VETH POD_IF V4 V6 TABLE MTU
 *   floor undo HOST_NETNS HOST_VETH V4 V6 TABLE
 *
 * A veth pair, routes and rules: a pod with a secondary address of a shared ENI, whose table is TABLE. With TABLE 0 there
 * are no rules: a pod with an address of its node's own block.
 *
 *   floor whole HOST_NETNS POD_NETNS DEVICE HOST_VETH POD_IF V4 V6 MTU
 *   floor unwhole HOST_NETNS POD_NETNS DEVICE HOST_VETH POD_IF V4 V6
 *
 * A pod with an ENI for itself: its device moves into the pod, and a veth pair leads to the host.
 *
 * Every acknowledgement is read. At the first refusal it names the message and the reason, and exits with 1, leaving
 * what it has made.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fib_rules.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { OUR_PROTOCOL = 84, TO_POD = 512, FROM_POD = 2048, BATCH_MOST = 8192, MESSAGES_MOST = 32 };
enum { NO_RULES = 0 };
enum { CREATE = NLM_F_CREATE | NLM_F_EXCL, DELETE = 0 };

static _Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "floor: %s: %s\n", what, why);
    exit(1);
}

static long micros(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* ---- messages: many in one batch, each with a name for its refusal ---- */

struct batch {
    _Alignas(NLMSG_ALIGNTO) char bytes[BATCH_MOST];
    size_t size;
    struct nlmsghdr *last;
    const char *names[MESSAGES_MOST];
    unsigned count;
};

static void *append(struct batch *batch, const void *bytes, size_t size)
{
    void *start = batch->bytes + batch->size;
    if (NLMSG_ALIGN(size) > sizeof batch->bytes - batch->size)
        fail("batch", "too large");
    memcpy(start, bytes, size);
    batch->size += NLMSG_ALIGN(size);
    if (batch->last)
        batch->last->nlmsg_len = (uint32_t) ((char *) batch->bytes + batch->size - (char *) batch->last);
    return start;
}

/* Opens a message; attributes go to the last one opened. */
static void message(struct batch *batch, const char *name, uint16_t type, int flags, const void *body, size_t size)
{
    struct nlmsghdr head = {.nlmsg_type = type, .nlmsg_flags = (uint16_t) (NLM_F_REQUEST | NLM_F_ACK | flags)};
    if (batch->count == MESSAGES_MOST)
        fail(name, "too many messages");
    head.nlmsg_seq = batch->count;
    batch->names[batch->count++] = name;
    batch->last = NULL;
    batch->last = append(batch, &head, sizeof head);
    append(batch, body, size);
}

static struct rtattr *attribute(struct batch *batch, uint16_t type, const void *value, size_t size)
{
    struct rtattr head = {.rta_len = (uint16_t) RTA_LENGTH(size), .rta_type = type};
    struct rtattr *start = append(batch, &head, sizeof head);
    if (size > 0)
        append(batch, value, size);
    return start;
}

static void number(struct batch *batch, uint16_t type, uint32_t value)
{
    attribute(batch, type, &value, sizeof value);
}

static void text(struct batch *batch, uint16_t type, const char *value)
{
    attribute(batch, type, value, strlen(value) + 1);
}

/* Closes what `attribute` of size 0 has opened. */
static void close_nest(struct batch *batch, struct rtattr *nest)
{
    nest->rta_len = (uint16_t) (batch->bytes + batch->size - (char *) nest);
}

/* One send for all of them; then an acknowledgement for each. */
static void perform(int netlink, struct batch *batch)
{
    char reply[16384] __attribute__((aligned(NLMSG_ALIGNTO)));
    if (send(netlink, batch->bytes, batch->size, 0) != (ssize_t) batch->size)
        fail("send", strerror(errno));
    for (unsigned seen = 0; seen < batch->count;) {
        ssize_t got = recv(netlink, reply, sizeof reply, 0);
        if (got < 0)
            fail("receive", strerror(errno));
        unsigned left = (unsigned) got;
        for (struct nlmsghdr *head = (struct nlmsghdr *) reply; NLMSG_OK(head, left); head = NLMSG_NEXT(head, left)) {
            const struct nlmsgerr *answer = NLMSG_DATA(head);
            if (head->nlmsg_type != NLMSG_ERROR || head->nlmsg_seq != seen)
                fail("receive", "not the acknowledgement that was next");
            if (answer->error != 0)
                fail(batch->names[seen], strerror(-answer->error));
            seen++;
        }
    }
}

/* ---- namespaces ---- */

static int enter(const char *path)
{
    int netns = open(path, O_RDONLY | O_CLOEXEC);
    if (netns < 0 || setns(netns, CLONE_NEWNET) != 0)
        fail(path, strerror(errno));
    return netns;
}

/* A netlink socket stays in the namespace where it was opened. */
static int open_netlink(void)
{
    int netlink = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE), yes = 1;
    if (netlink < 0)
        fail("netlink socket", strerror(errno));
    setsockopt(netlink, SOL_NETLINK, NETLINK_CAP_ACK, &yes, sizeof yes);
    return netlink;
}

static int index_of(int netlink, const char *link)
{
    struct ifreq request = {0};
    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", link);
    if (ioctl(netlink, SIOCGIFINDEX, &request) != 0)
        fail(link, strerror(errno));
    return request.ifr_ifindex;
}

/* ---- what a pod consists of ---- */

struct ip {
    unsigned char family, size, bits, bytes[16];
};

struct mac {
    unsigned char bytes[6];
};

static struct ip ip(unsigned char family, const char *text_form)
{
    struct ip ip = {.family = family, .size = family == AF_INET ? 4 : 16, .bits = family == AF_INET ? 32 : 128};
    if (inet_pton(family, text_form, ip.bytes) != 1)
        fail(text_form, "not an address of its family");
    return ip;
}

/* Locally administered, different for each pod and each end. */
static struct mac mac(unsigned char end, const struct ip *v4)
{
    return (struct mac){{0x0a, end, v4->bytes[0], v4->bytes[1], v4->bytes[2], v4->bytes[3]}};
}

static void veth(struct batch *batch, const char *host_link, struct mac host_mac, const char *pod_link,
    struct mac pod_mac, int pod_netns, uint32_t mtu)
{
    struct ifinfomsg up = {.ifi_flags = IFF_UP, .ifi_change = IFF_UP}, peer = {0};
    char alias[64];
    snprintf(alias, sizeof alias, "floor:%s", host_link);
    message(batch, "veth pair", RTM_NEWLINK, CREATE, &up, sizeof up);
    text(batch, IFLA_IFNAME, host_link);
    attribute(batch, IFLA_ADDRESS, host_mac.bytes, sizeof host_mac.bytes);
    number(batch, IFLA_MTU, mtu);
    struct rtattr *linkinfo = attribute(batch, IFLA_LINKINFO, NULL, 0);
    text(batch, IFLA_INFO_KIND, "veth");
    struct rtattr *data = attribute(batch, IFLA_INFO_DATA, NULL, 0);
    struct rtattr *other = attribute(batch, VETH_INFO_PEER, NULL, 0);
    append(batch, &peer, sizeof peer);
    text(batch, IFLA_IFNAME, pod_link);
    attribute(batch, IFLA_ADDRESS, pod_mac.bytes, sizeof pod_mac.bytes);
    number(batch, IFLA_MTU, mtu);
    number(batch, IFLA_NET_NS_FD, (uint32_t) pod_netns);
    close_nest(batch, other);
    close_nest(batch, data);
    close_nest(batch, linkinfo);
    /* A new link's alias is not among what the kernel takes at its creation. */
    struct ifinfomsg named = {0};
    message(batch, "alias", RTM_SETLINK, 0, &named, sizeof named);
    text(batch, IFLA_IFNAME, host_link);
    attribute(batch, IFLA_IFALIAS, alias, strlen(alias));
}

/* With a new name on the way. */
static void move(struct batch *batch, int index, int netns, const char *name)
{
    struct ifinfomsg moved = {.ifi_index = index};
    message(batch, name, RTM_NEWLINK, 0, &moved, sizeof moved);
    number(batch, IFLA_NET_NS_FD, (uint32_t) netns);
    text(batch, IFLA_IFNAME, name);
}

static void name_owner(struct batch *batch, int index, const char *alias)
{
    struct ifinfomsg owned = {.ifi_index = index};
    message(batch, "alias", RTM_SETLINK, 0, &owned, sizeof owned);
    attribute(batch, IFLA_IFALIAS, alias, strlen(alias));
}

static void set_mtu(struct batch *batch, int index, uint32_t mtu)
{
    struct ifinfomsg sized = {.ifi_index = index};
    message(batch, "MTU", RTM_SETLINK, 0, &sized, sizeof sized);
    number(batch, IFLA_MTU, mtu);
}

static void link_up(struct batch *batch, const char *name, int index)
{
    struct ifinfomsg up = {.ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
    message(batch, name, RTM_NEWLINK, 0, &up, sizeof up);
}

static void address(struct batch *batch, int link, const struct ip *ip)
{
    struct ifaddrmsg body = {.ifa_family = ip->family,
        .ifa_prefixlen = ip->bits,
        .ifa_index = (unsigned) link,
        .ifa_flags = ip->family == AF_INET6 ? IFA_F_NODAD : 0};
    message(batch, "address", RTM_NEWADDR, CREATE, &body, sizeof body);
    attribute(batch, IFA_LOCAL, ip->bytes, ip->size);
    attribute(batch, IFA_ADDRESS, ip->bytes, ip->size);
}

static void neighbour(struct batch *batch, int link, const struct ip *ip, struct mac mac)
{
    struct ndmsg body = {.ndm_family = ip->family, .ndm_ifindex = link, .ndm_state = NUD_PERMANENT};
    message(batch, "neighbour", RTM_NEWNEIGH, CREATE, &body, sizeof body);
    attribute(batch, NDA_DST, ip->bytes, ip->size);
    attribute(batch, NDA_LLADDR, mac.bytes, sizeof mac.bytes);
}

/* To the first `bits` of an address; with none, to everywhere. */
static void way(struct batch *batch, int link, const struct ip *to, unsigned char bits, const struct ip *gateway)
{
    struct rtmsg body = {.rtm_family = gateway->family,
        .rtm_dst_len = bits,
        .rtm_table = RT_TABLE_MAIN,
        .rtm_protocol = OUR_PROTOCOL,
        .rtm_scope = RT_SCOPE_UNIVERSE,
        .rtm_type = RTN_UNICAST,
        .rtm_flags = RTNH_F_ONLINK};
    message(batch, "way to a gateway", RTM_NEWROUTE, CREATE, &body, sizeof body);
    if (bits > 0)
        attribute(batch, RTA_DST, to->bytes, to->size);
    attribute(batch, RTA_GATEWAY, gateway->bytes, gateway->size);
    number(batch, RTA_OIF, (uint32_t) link);
}

static void default_route(struct batch *batch, int link, const struct ip *gateway)
{
    way(batch, link, gateway, 0, gateway);
}

static void direct_route(struct batch *batch, int flags, int link, const struct ip *ip)
{
    struct rtmsg body = {.rtm_family = ip->family,
        .rtm_dst_len = ip->bits,
        .rtm_table = RT_TABLE_MAIN,
        .rtm_protocol = OUR_PROTOCOL,
        .rtm_scope = RT_SCOPE_LINK,
        .rtm_type = RTN_UNICAST};
    message(batch, "direct route", flags ? RTM_NEWROUTE : RTM_DELROUTE, flags, &body, sizeof body);
    attribute(batch, RTA_DST, ip->bytes, ip->size);
    number(batch, RTA_OIF, (uint32_t) link);
}

static void rules(struct batch *batch, int flags, const struct ip *ip, uint32_t table)
{
    uint16_t type = flags ? RTM_NEWRULE : RTM_DELRULE;
    uint8_t protocol = OUR_PROTOCOL;
    struct fib_rule_hdr to = {.family = ip->family, .dst_len = ip->bits, .action = FR_ACT_TO_TBL};
    message(batch, "rule to the pod", type, flags, &to, sizeof to);
    attribute(batch, FRA_DST, ip->bytes, ip->size);
    number(batch, FRA_PRIORITY, TO_POD);
    number(batch, FRA_TABLE, RT_TABLE_MAIN);
    attribute(batch, FRA_PROTOCOL, &protocol, sizeof protocol);
    struct fib_rule_hdr from = {.family = ip->family, .src_len = ip->bits, .action = FR_ACT_TO_TBL};
    message(batch, "rule from the pod", type, flags, &from, sizeof from);
    attribute(batch, FRA_SRC, ip->bytes, ip->size);
    number(batch, FRA_PRIORITY, FROM_POD);
    number(batch, FRA_TABLE, table);
    attribute(batch, FRA_PROTOCOL, &protocol, sizeof protocol);
}

/* ---- the deeds ---- */

static void one(char **arguments)
{
    const char *host_link = arguments[2], *pod_link = arguments[3];
    const struct ip pod[] = {ip(AF_INET, arguments[4]), ip(AF_INET6, arguments[5])};
    const struct ip gateway[] = {ip(AF_INET, "169.254.1.1"), ip(AF_INET6, "fe80::1")};
    uint32_t table = (uint32_t) strtoul(arguments[6], NULL, 10), mtu = (uint32_t) strtoul(arguments[7], NULL, 10);
    struct mac host_mac = mac(0x58, &pod[0]), pod_mac = mac(0x59, &pod[0]);
    static struct batch links, in_pod, in_host;

    long start = micros();
    enter(arguments[0]);
    int host = open_netlink();
    int netns = enter(arguments[1]);
    int inside = open_netlink();
    long sockets = micros();

    veth(&links, host_link, host_mac, pod_link, pod_mac, netns, mtu);
    perform(host, &links);
    int host_index = index_of(host, host_link), pod_index = index_of(inside, pod_link);
    long paired = micros();

    /* IPv6 is on in a new namespace, which the kernel says along with the link: no file below /proc/sys is opened. */
    link_up(&in_pod, "loopback up", 1);
    link_up(&in_pod, "pod link up", pod_index);
    for (int i = 0; i < 2; i++) {
        address(&in_pod, pod_index, &pod[i]);
        neighbour(&in_pod, pod_index, &gateway[i], host_mac);
        if (gateway[i].family == AF_INET)
            direct_route(&in_pod, CREATE, pod_index, &gateway[i]);
        default_route(&in_pod, pod_index, &gateway[i]);
    }
    perform(inside, &in_pod);
    long wired = micros();

    for (int i = 0; i < 2; i++) {
        neighbour(&in_host, host_index, &pod[i], pod_mac);
        direct_route(&in_host, CREATE, host_index, &pod[i]);
        if (table != NO_RULES)
            rules(&in_host, CREATE, &pod[i], table);
    }
    perform(host, &in_host);
    long routed = micros();

    printf("sockets %ld veth %ld pod %ld host %ld total %ld\n", sockets - start, paired - sockets, wired - paired,
        routed - wired, routed - start);
}

/* What the deletion of the link would leave, first: with it, traffic stops. */
static void undo(char **arguments)
{
    const struct ip pod[] = {ip(AF_INET, arguments[2]), ip(AF_INET6, arguments[3])};
    uint32_t table = (uint32_t) strtoul(arguments[4], NULL, 10);
    static struct batch routing, links;

    long start = micros();
    enter(arguments[0]);
    int host = open_netlink();
    struct ifinfomsg gone = {.ifi_index = index_of(host, arguments[1])};
    for (int i = 0; i < 2; i++) {
        if (table != NO_RULES)
            rules(&routing, DELETE, &pod[i], table);
        direct_route(&routing, DELETE, gone.ifi_index, &pod[i]);
    }
    perform(host, &routing);
    long unrouted = micros();

    message(&links, "delete the veth pair", RTM_DELLINK, 0, &gone, sizeof gone);
    perform(host, &links);
    long unlinked = micros();
    printf("routing %ld veth %ld total %ld\n", unrouted - start, unlinked - unrouted, unlinked - start);
}

/* What a pod with an ENI for itself finds by its host: the host's own address and the block of services, say. */
static void by_host(struct batch *batch, int link, const struct ip gateway[2])
{
    static const char *const found[2][2] = {{"192.0.2.1", "2001:db8::1"}, {"198.51.100.0", "2001:db8:51::"}};
    static const unsigned char bits[2][2] = {{32, 128}, {24, 64}};
    for (int i = 0; i < 2; i++)
        for (int one = 0; one < 2; one++) {
            struct ip to = ip(gateway[i].family, found[one][i]);
            way(batch, link, &to, bits[one][i], &gateway[i]);
        }
}

static void whole(char **arguments)
{
    const char *device = arguments[2], *host_link = arguments[3], *pod_link = arguments[4];
    const struct ip pod[] = {ip(AF_INET, arguments[5]), ip(AF_INET6, arguments[6])};
    const struct ip vpc[] = {ip(AF_INET, "203.0.113.253"), ip(AF_INET6, "fe80::fd")};
    const struct ip gateway[] = {ip(AF_INET, "169.254.1.1"), ip(AF_INET6, "fe80::1")};
    uint32_t mtu = (uint32_t) strtoul(arguments[7], NULL, 10);
    struct mac host_mac = mac(0x58, &pod[0]), pod_mac = mac(0x59, &pod[0]);
    static struct batch links, in_pod, in_host;

    long start = micros();
    enter(arguments[0]);
    int host = open_netlink();
    int netns = enter(arguments[1]);
    int inside = open_netlink();
    int lent = index_of(host, device);
    long sockets = micros();

    veth(&links, host_link, host_mac, "veth1", pod_mac, netns, mtu);
    name_owner(&links, lent, device);
    move(&links, lent, netns, pod_link);
    perform(host, &links);
    int host_index = index_of(host, host_link), to_host = index_of(inside, "veth1");
    int pod_index = index_of(inside, pod_link);
    long moved = micros();

    link_up(&in_pod, "loopback up", 1);
    set_mtu(&in_pod, pod_index, mtu);
    for (int i = 0; i < 2; i++) {
        address(&in_pod, pod_index, &pod[i]);
        address(&in_pod, to_host, &pod[i]);
    }
    link_up(&in_pod, "ENI up", pod_index);
    link_up(&in_pod, "link to the host up", to_host);
    for (int i = 0; i < 2; i++) {
        default_route(&in_pod, pod_index, &vpc[i]);
        neighbour(&in_pod, to_host, &gateway[i], host_mac);
    }
    by_host(&in_pod, to_host, gateway);
    perform(inside, &in_pod);
    long wired = micros();

    for (int i = 0; i < 2; i++) {
        neighbour(&in_host, host_index, &pod[i], pod_mac);
        direct_route(&in_host, CREATE, host_index, &pod[i]);
    }
    perform(host, &in_host);
    long routed = micros();

    printf("sockets %ld links %ld pod %ld host %ld total %ld\n", sockets - start, moved - sockets, wired - moved,
        routed - wired, routed - start);
}

/* The device is then as it was before: at home, down, under its name and nobody's. */
static void unwhole(char **arguments)
{
    const char *device = arguments[2], *host_link = arguments[3], *pod_link = arguments[4];
    const struct ip pod[] = {ip(AF_INET, arguments[5]), ip(AF_INET6, arguments[6])};
    static struct batch routing, home, links;

    long start = micros();
    int host_netns = enter(arguments[0]);
    int host = open_netlink();
    enter(arguments[1]);
    int inside = open_netlink();
    struct ifinfomsg gone = {.ifi_index = index_of(host, host_link)};
    for (int i = 0; i < 2; i++)
        direct_route(&routing, DELETE, gone.ifi_index, &pod[i]);
    perform(host, &routing);
    long unrouted = micros();

    move(&home, index_of(inside, pod_link), host_netns, device);
    perform(inside, &home);
    name_owner(&links, index_of(host, device), "");
    long moved = micros();

    message(&links, "delete the veth pair", RTM_DELLINK, 0, &gone, sizeof gone);
    perform(host, &links);
    long unlinked = micros();
    printf("routing %ld device %ld veth %ld total %ld\n", unrouted - start, moved - unrouted, unlinked - moved,
        unlinked - start);
}

int main(int count, char **words)
{
    if (count == 10 && strcmp(words[1], "one") == 0)
        one(words + 2);
    else if (count == 7 && strcmp(words[1], "undo") == 0)
        undo(words + 2);
    else if (count == 10 && strcmp(words[1], "whole") == 0)
        whole(words + 2);
    else if (count == 9 && strcmp(words[1], "unwhole") == 0)
        unwhole(words + 2);
    else
        fail("usage", "floor one HOST_NETNS POD_NETNS HOST_VETH POD_IF V4 V6 TABLE MTU\n"
                      "              floor undo HOST_NETNS HOST_VETH V4 V6 TABLE\n"
                      "              floor whole HOST_NETNS POD_NETNS DEVICE HOST_VETH POD_IF V4 V6 MTU\n"
                      "              floor unwhole HOST_NETNS POD_NETNS DEVICE HOST_VETH POD_IF V4 V6");
    return fflush(stdout) == 0 ? 0 : 1;
}
