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
 *   floor slave HOST_NETNS POD_NETNS DEVICE HOST_SLAVE POD_IF V4 V6
 *   floor unslave HOST_NETNS POD_NETNS HOST_SLAVE POD_IF V4 V6
 *
 * A pod with an IPvlan slave of a shared ENI, beside the host's own slave.
 *
 *   floor vlan HOST_NETNS POD_NETNS TRUNK TAG POD_IF V4 V6
 *   floor unvlan POD_NETNS POD_IF
 *
 * A pod with a VLAN device of a trunk.
 *
 *   floor tagged HOST_NETNS POD_NETNS HOST_VETH POD_IF V4 V6 TABLE MTU TRUNK TAG
 *   floor untagged HOST_NETNS HOST_VETH V4 V6 TABLE TRUNK
 *
 * A veth pair, routes and rules, and filters that put a tag on what the pod sends by the trunk, which must have its hooks.
 *
 * Every acknowledgement is read. At the first refusal it names the message and the reason, and exits with 1, leaving
 * what it has made.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fib_rules.h>
#include <linux/if_link.h>
#include <linux/if_ether.h>
#include <linux/neighbour.h>
#include <linux/pkt_cls.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/tc_act/tc_vlan.h>
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
enum { PUSH_V4 = 50001, PUSH_V6 = 50002 };
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

static struct ifreq ask(int netlink, unsigned long question, const char *link)
{
    struct ifreq request = {0};
    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", link);
    if (ioctl(netlink, question, &request) != 0)
        fail(link, strerror(errno));
    return request;
}

static int index_of(int netlink, const char *link)
{
    return ask(netlink, SIOCGIFINDEX, link).ifr_ifindex;
}

/* Of the namespace that we are in. */
static void set(const char *link, const char *key, const char *value)
{
    char path[128];
    snprintf(path, sizeof path, "/proc/sys/net/ipv6/conf/%s/%s", link, key);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0 || write(file, value, strlen(value)) < 0)
        fail(path, strerror(errno));
    close(file);
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

/* A link that stands on another, straight in the pod. Both kinds have the number that matters in their first attribute. */
static void stacked(struct batch *batch, const char *kind, uint16_t detail, int parent, int pod_netns, const char *name)
{
    struct ifinfomsg slave = {0};
    message(batch, kind, RTM_NEWLINK, CREATE, &slave, sizeof slave);
    text(batch, IFLA_IFNAME, name);
    number(batch, IFLA_NET_NS_FD, (uint32_t) pod_netns);
    number(batch, IFLA_LINK, (uint32_t) parent);
    struct rtattr *linkinfo = attribute(batch, IFLA_LINKINFO, NULL, 0);
    text(batch, IFLA_INFO_KIND, kind);
    struct rtattr *data = attribute(batch, IFLA_INFO_DATA, NULL, 0);
    attribute(batch, 1, &detail, sizeof detail);
    close_nest(batch, data);
    close_nest(batch, linkinfo);
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

static struct tcmsg at_egress(int trunk, const struct ip *ip)
{
    uint32_t priority = ip->family == AF_INET ? PUSH_V4 : PUSH_V6;
    uint16_t protocol = ip->family == AF_INET ? ETH_P_IP : ETH_P_IPV6;
    return (struct tcmsg){.tcm_ifindex = trunk,
        .tcm_parent = TC_H_MAKE(TC_H_CLSACT, TC_H_MIN_EGRESS),
        .tcm_info = priority << 16 | htons(protocol)};
}

/* A tag for what comes from the pod, whose address is compared word by word. */
static void push_tag(struct batch *batch, int trunk, const struct ip *ip, uint16_t tag)
{
    struct tcmsg body = at_egress(trunk, ip);
    unsigned words = ip->size / 4U, source = ip->family == AF_INET ? 12 : 8;
    _Alignas(struct tc_u32_sel) char selector[sizeof(struct tc_u32_sel) + 4 * sizeof(struct tc_u32_key)] = {0};
    struct tc_u32_sel head = {.flags = TC_U32_TERMINAL, .nkeys = (unsigned char) words};
    memcpy(selector, &head, sizeof head);
    for (unsigned i = 0; i < words; i++) {
        struct tc_u32_key key = {.mask = UINT32_MAX, .off = (int) (source + 4 * i)};
        memcpy(&key.val, ip->bytes + 4 * i, sizeof key.val);
        memcpy(selector + sizeof head + i * sizeof key, &key, sizeof key);
    }
    struct tc_vlan push = {.action = TC_ACT_OK, .v_action = TCA_VLAN_ACT_PUSH};
    message(batch, "tag", RTM_NEWTFILTER, CREATE, &body, sizeof body);
    text(batch, TCA_KIND, "u32");
    struct rtattr *options = attribute(batch, TCA_OPTIONS, NULL, 0);
    attribute(batch, TCA_U32_SEL, selector, sizeof head + words * sizeof(struct tc_u32_key));
    struct rtattr *actions = attribute(batch, TCA_U32_ACT, NULL, 0);
    struct rtattr *first = attribute(batch, 1, NULL, 0);
    text(batch, TCA_ACT_KIND, "vlan");
    attribute(batch, TCA_ACT_COOKIE, "floor", 5);
    struct rtattr *details = attribute(batch, TCA_ACT_OPTIONS, NULL, 0);
    attribute(batch, TCA_VLAN_PARMS, &push, sizeof push);
    attribute(batch, TCA_VLAN_PUSH_VLAN_ID, &tag, sizeof tag);
    close_nest(batch, details);
    close_nest(batch, first);
    close_nest(batch, actions);
    close_nest(batch, options);
}

/* ---- the deeds ---- */

/* What a pod that stands in the VPC itself has, its link up and its ways to the VPC's gateways. */
static void in_the_vpc(struct batch *in_pod, int index, const struct ip pod[2])
{
    const struct ip vpc[] = {ip(AF_INET, "203.0.113.253"), ip(AF_INET6, "fe80::fd")};
    link_up(in_pod, "loopback up", 1);
    for (int i = 0; i < 2; i++)
        address(in_pod, index, &pod[i]);
    link_up(in_pod, "pod link up", index);
    for (int i = 0; i < 2; i++)
        default_route(in_pod, index, &vpc[i]);
}

/*
 * IPvlan and VLAN: a link that stands on the ENI. That it asks for no duplicate and hears no router has to be written
 * where it is said; that IPv6 is on is so already.
 */
static void above(const char *kind, char **arguments, int slave_of_host)
{
    const char *device = arguments[2], *pod_link = arguments[4];
    const struct ip pod[] = {ip(AF_INET, arguments[5]), ip(AF_INET6, arguments[6])};
    const struct ip own[] = {ip(AF_INET, "192.0.2.1"), ip(AF_INET6, "2001:db8::1")};
    uint16_t detail = slave_of_host ? IPVLAN_MODE_L2 : (uint16_t) strtoul(arguments[3], NULL, 10);
    static struct batch links, in_pod, in_host;

    long start = micros();
    enter(arguments[0]);
    int host = open_netlink();
    int netns = enter(arguments[1]);
    int inside = open_netlink();
    int parent = index_of(host, device);
    long sockets = micros();

    stacked(&links, kind, detail, parent, netns, pod_link);
    perform(host, &links);
    int pod_index = index_of(inside, pod_link);
    long stood = micros();

    set(pod_link, "accept_dad", "0");
    set(pod_link, "accept_ra", "0");
    name_owner(&in_pod, pod_index, "floor");
    in_the_vpc(&in_pod, pod_index, pod);
    if (slave_of_host) {
        struct ifreq answer = ask(host, SIOCGIFHWADDR, device);
        struct mac parents;
        memcpy(parents.bytes, answer.ifr_hwaddr.sa_data, sizeof parents.bytes);
        for (int i = 0; i < 2; i++) {
            neighbour(&in_pod, pod_index, &own[i], parents);
            direct_route(&in_pod, CREATE, pod_index, &own[i]);
        }
    }
    perform(inside, &in_pod);
    long wired = micros();

    if (slave_of_host) {
        int slave = index_of(host, arguments[3]);
        for (int i = 0; i < 2; i++)
            direct_route(&in_host, CREATE, slave, &pod[i]);
        perform(host, &in_host);
    }
    long routed = micros();

    printf("sockets %ld link %ld pod %ld host %ld total %ld\n", sockets - start, stood - sockets, wired - stood,
        routed - wired, routed - start);
}

static void remove_in_pod(int inside, const char *pod_link)
{
    static struct batch links;
    struct ifinfomsg gone = {.ifi_index = index_of(inside, pod_link)};
    message(&links, "delete the link", RTM_DELLINK, 0, &gone, sizeof gone);
    perform(inside, &links);
}

static void unslave(char **arguments)
{
    const struct ip pod[] = {ip(AF_INET, arguments[4]), ip(AF_INET6, arguments[5])};
    static struct batch routing;

    long start = micros();
    enter(arguments[0]);
    int host = open_netlink();
    enter(arguments[1]);
    int inside = open_netlink();
    int slave = index_of(host, arguments[2]);
    for (int i = 0; i < 2; i++)
        direct_route(&routing, DELETE, slave, &pod[i]);
    perform(host, &routing);
    long unrouted = micros();
    remove_in_pod(inside, arguments[3]);
    long unlinked = micros();
    printf("routing %ld link %ld total %ld\n", unrouted - start, unlinked - unrouted, unlinked - start);
}

static void unvlan(char **arguments)
{
    long start = micros();
    enter(arguments[0]);
    remove_in_pod(open_netlink(), arguments[1]);
    printf("link %ld\n", micros() - start);
}

static void one(char **arguments, const char *trunk)
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

    /* The tags first: without them what the pod sends would be taken for the trunk's own. */
    for (int i = 0; trunk && i < 2; i++)
        push_tag(&links, index_of(host, trunk), &pod[i], (uint16_t) strtoul(arguments[9], NULL, 10));
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
static void undo(char **arguments, const char *trunk)
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
        if (trunk) {
            struct tcmsg tags = at_egress(index_of(host, trunk), &pod[i]);
            message(&routing, "delete the tag", RTM_DELTFILTER, 0, &tags, sizeof tags);
        }
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

static int asked(const char *deed, int arguments, int count, char **words)
{
    return count == arguments + 2 && strcmp(words[1], deed) == 0;
}

int main(int count, char **words)
{
    char **arguments = words + 2;
    if (asked("one", 8, count, words))
        one(arguments, NULL);
    else if (asked("undo", 5, count, words))
        undo(arguments, NULL);
    else if (asked("whole", 8, count, words))
        whole(arguments);
    else if (asked("unwhole", 7, count, words))
        unwhole(arguments);
    else if (asked("slave", 7, count, words))
        above("ipvlan", arguments, 1);
    else if (asked("unslave", 6, count, words))
        unslave(arguments);
    else if (asked("vlan", 7, count, words))
        above("vlan", arguments, 0);
    else if (asked("unvlan", 2, count, words))
        unvlan(arguments);
    else if (asked("tagged", 10, count, words))
        one(arguments, arguments[8]);
    else if (asked("untagged", 6, count, words))
        undo(arguments, arguments[5]);
    else
        fail("usage", "floor one HOST_NETNS POD_NETNS HOST_VETH POD_IF V4 V6 TABLE MTU\n"
                      "              floor undo HOST_NETNS HOST_VETH V4 V6 TABLE\n"
                      "              floor whole HOST_NETNS POD_NETNS DEVICE HOST_VETH POD_IF V4 V6 MTU\n"
                      "              floor unwhole HOST_NETNS POD_NETNS DEVICE HOST_VETH POD_IF V4 V6\n"
                      "              floor slave HOST_NETNS POD_NETNS DEVICE HOST_SLAVE POD_IF V4 V6\n"
                      "              floor unslave HOST_NETNS POD_NETNS HOST_SLAVE POD_IF V4 V6\n"
                      "              floor vlan HOST_NETNS POD_NETNS TRUNK TAG POD_IF V4 V6\n"
                      "              floor unvlan POD_NETNS POD_IF\n"
                      "              floor tagged HOST_NETNS POD_NETNS HOST_VETH POD_IF V4 V6 TABLE MTU TRUNK TAG\n"
                      "              floor untagged HOST_NETNS HOST_VETH V4 V6 TABLE TRUNK");
    return fflush(stdout) == 0 ? 0 : 1;
}
