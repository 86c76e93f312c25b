#!/bin/sh
# Makes one pod with the floor program, in two namespaces of its own, compares what is there with what should be, takes
# the pod away and looks that nothing is left.
set -eu
floor=$1
host=floor-host-$$ pod=floor-pod-$$
PATH=$PATH:/usr/sbin:/sbin
passed=0 failed=0

if [ "$(id -u)" != 0 ] || ! command -v ip > /dev/null; then
    echo "skipped: it takes root and the program ip"
    exit 0
fi

# Only those made here are touched.
trap 'ip netns del $host 2> /dev/null || true; ip netns del $pod 2> /dev/null || true' EXIT
ip netns add "$host"
ip netns add "$pod"

check() {
    claim=$1 pattern=$2
    shift 2
    if "$@" 2>&1 | grep -Eq -- "$pattern"; then
        echo "ok   $claim"
        passed=$((passed + 1))
    else
        echo "FAIL $claim: no '$pattern' in: $*"
        "$@" 2>&1 | sed 's/^/     /'
        failed=$((failed + 1))
    fi
}

nothing() {
    claim=$1 pattern=$2
    shift 2
    if "$@" 2>&1 | grep -E -- "$pattern"; then
        echo "FAIL $claim"
        failed=$((failed + 1))
    else
        echo "ok   $claim"
        passed=$((passed + 1))
    fi
}

in_host() { ip -n "$host" "$@"; }
in_pod() { ip -n "$pod" "$@"; }

undo() {
    "$floor" undo "/run/netns/$host" cali0 10.99.0.7 fd99::7 1003
}

one() {
    "$floor" one "/run/netns/$host" "/run/netns/$pod" cali0 eth0 10.99.0.7 fd99::7 1003 1480
}

check "it says where the time went" \
    '^sockets [0-9]+ veth [0-9]+ pod [0-9]+ host [0-9]+ total [0-9]+$' one
check "the host's end is up, with its MTU, MAC and alias" \
    'cali0@.*[<,]UP[,>].* mtu 1480 .*0a:58:0a:63:00:07.*alias floor:cali0' in_host -o link show cali0
check "the pod's end is up, with its MTU and MAC" 'eth0@.*[<,]UP[,>].* mtu 1480 .*0a:59:0a:63:00:07' in_pod -o link show eth0
check "the pod's loopback is up" '[<,]UP[,>]' in_pod -o link show lo
check "the pod has its IPv4 address" 'inet 10.99.0.7/32' in_pod -o addr show eth0
check "the pod has its IPv6 address, at once usable" 'inet6 fd99::7/128 scope global nodad' in_pod -o addr show eth0
check "the pod's IPv4 way out" '^default via 169.254.1.1 dev eth0 proto 84 onlink' in_pod route
check "the pod's IPv4 gateway is on its link" '^169.254.1.1 dev eth0 proto 84 scope link' in_pod route
check "the pod's IPv6 way out" '^default via fe80::1 dev eth0 proto 84 .*onlink' in_pod -6 route
check "the pod knows its IPv4 gateway" '^169.254.1.1 dev eth0 lladdr 0a:58:0a:63:00:07 PERMANENT' in_pod neigh
check "the pod knows its IPv6 gateway" '^fe80::1 dev eth0 lladdr 0a:58:0a:63:00:07 PERMANENT' in_pod -6 neigh
check "the host's IPv4 way in" '^10.99.0.7 dev cali0 proto 84 scope link' in_host route
check "the host's IPv6 way in" '^fd99::7 dev cali0 proto 84' in_host -6 route
check "the host knows the pod by IPv4" '^10.99.0.7 dev cali0 lladdr 0a:59:0a:63:00:07 PERMANENT' in_host neigh
check "the host knows the pod by IPv6" '^fd99::7 dev cali0 lladdr 0a:59:0a:63:00:07 PERMANENT' in_host -6 neigh
for family in 4 6; do
    [ $family = 4 ] && address=10.99.0.7 || address=fd99::7
    check "the rule to the pod, IPv$family" "^512:.from all to $address lookup main proto 84" in_host -$family rule
    check "the rule from the pod, IPv$family" "^2048:.from $address lookup 1003 proto 84" in_host -$family rule
done
check "a second time is refused, in words" '^floor: veth pair: File exists$' one

check "undo says where the time went" '^routing [0-9]+ veth [0-9]+ total [0-9]+$' undo
nothing "no link is left" 'cali0' in_host link
nothing "no IPv4 route is left" '.' in_host route show table all
nothing "no rule is left" 'proto 84' in_host rule
nothing "no IPv6 rule is left" 'proto 84' in_host -6 rule
nothing "the pod's end went with the host's" 'eth0' in_pod link
check "what is gone cannot be undone, in words" '^floor: cali0: No such device$' undo

check "a pod of the node's own block says where the time went, too" '^sockets ' \
    "$floor" one "/run/netns/$host" "/run/netns/$pod" cali0 eth0 10.99.0.7 fd99::7 0 1480
check "it has its way in" '^10.99.0.7 dev cali0 proto 84 scope link' in_host route
nothing "and needs no rule" 'proto 84' in_host rule
check "it can be undone" '^routing ' "$floor" undo "/run/netns/$host" cali0 10.99.0.7 fd99::7 0
nothing "and leaves no route" '.' in_host route show table all

in_host link add eth1 address 02:00:00:00:00:07 type veth peer name cable
in_host link set cable up
check "a whole ENI says where the time went, too" '^sockets [0-9]+ links [0-9]+ pod [0-9]+ host [0-9]+ total [0-9]+$' \
    "$floor" whole "/run/netns/$host" "/run/netns/$pod" eth1 cali0 eth0 10.99.0.7 fd99::7 1480
check "its device is the pod's" 'eth0@.*[<,]UP[,>].* mtu 1480 .*02:00:00:00:00:07.*alias eth1' in_pod -o link show eth0
nothing "and not the host's" 'eth1' in_host link
check "it has the pod's IPv4 address" 'inet 10.99.0.7/32' in_pod -o addr show eth0
check "it leads to the VPC by IPv4" '^default via 203.0.113.253 dev eth0 proto 84 onlink' in_pod route
check "it leads to the VPC by IPv6" '^default via fe80::fd dev eth0 proto 84 .*onlink' in_pod -6 route
check "services lie by the host" '^198.51.100.0/24 via 169.254.1.1 dev veth1 proto 84 onlink' in_pod route
check "and so does the host, by IPv6, too" '^2001:db8::1 via fe80::1 dev veth1 proto 84 .*onlink' in_pod -6 route
check "the host reaches the pod by IPv6" '^fd99::7 dev cali0 proto 84' in_host -6 route
check "unwhole says where the time went" '^routing [0-9]+ device [0-9]+ veth [0-9]+ total [0-9]+$' \
    "$floor" unwhole "/run/netns/$host" "/run/netns/$pod" eth1 cali0 eth0 10.99.0.7 fd99::7
check "the device is at home" 'eth1@.* mtu 1480 .*02:00:00:00:00:07' in_host -o link show eth1
nothing "and nobody's" 'alias' in_host -o link show eth1
nothing "the pod has no link left" 'eth0|veth1' in_pod link
nothing "and the host none to it" 'cali0' in_host link

# Tries a command that puts something on the host's device; says what is left out where this kernel cannot do it.
can() {
    left_out=$1
    shift
    "$@" 2> /dev/null || { echo "skipped: this kernel has no $left_out"; return 1; }
}

if can ipvlan ip -n "$host" link add link eth1 name ipvl_0 type ipvlan mode l2; then
    in_host link set ipvl_0 up
    in_host link set eth1 up
    check "a slave says where the time went, too" '^sockets [0-9]+ link [0-9]+ pod [0-9]+ host [0-9]+ total [0-9]+$' \
        "$floor" slave "/run/netns/$host" "/run/netns/$pod" eth1 ipvl_0 eth0 10.99.0.7 fd99::7
    check "it is one of the device's" 'eth0@.*[<,]UP[,>].*02:00:00:00:00:07.*ipvlan +mode l2.*alias floor' in_pod -d -o link show eth0
    check "it has the pod's IPv6 address" 'inet6 fd99::7/128 scope global nodad' in_pod -o addr show eth0
    check "it leads to the VPC by IPv4" '^default via 203.0.113.253 dev eth0 proto 84 onlink' in_pod route
    check "it finds the host by IPv6" '^2001:db8::1 dev eth0 proto 84' in_pod -6 route
    check "at the device's address" '^192.0.2.1 dev eth0 lladdr 02:00:00:00:00:07 PERMANENT' in_pod neigh
    check "and the host finds it by its own slave" '^10.99.0.7 dev ipvl_0 proto 84' in_host route
    check "unslave says where the time went" '^routing [0-9]+ link [0-9]+ total [0-9]+$' \
        "$floor" unslave "/run/netns/$host" "/run/netns/$pod" ipvl_0 eth0 10.99.0.7 fd99::7
    nothing "the pod has no slave left" 'eth0' in_pod link
    nothing "and the host no way to it" '10.99.0.7' in_host route
    in_host link del ipvl_0
fi

if can VLANs ip -n "$host" link add link eth1 name probe type vlan id 4001; then
    in_host link del probe
    in_host link set eth1 up
    check "a VLAN says where the time went, too" '^sockets [0-9]+ link [0-9]+ pod [0-9]+ host [0-9]+ total [0-9]+$' \
        "$floor" vlan "/run/netns/$host" "/run/netns/$pod" eth1 4001 eth0 10.99.0.7 fd99::7
    check "it has its tag" 'eth0@.*[<,]UP[,>].*vlan protocol 802.1Q id 4001 .*alias floor' in_pod -d -o link show eth0
    check "it leads to the VPC by IPv6" '^default via fe80::fd dev eth0 proto 84 .*onlink' in_pod -6 route
    check "unvlan says where the time went" '^link [0-9]+$' "$floor" unvlan "/run/netns/$pod" eth0
    nothing "the pod has no VLAN left" 'eth0' in_pod link
fi

in_host_tc() { tc -n "$host" "$@"; }
if can "filters that push tags" sh -c "tc -n $host qdisc add dev eth1 clsact &&
    tc -n $host filter add dev eth1 egress prio 1 protocol ip u32 match u32 0 0 action vlan push id 7 &&
    tc -n $host filter del dev eth1 egress prio 1"; then
    check "a tagged pod says where the time went, too" '^sockets [0-9]+ veth [0-9]+ pod [0-9]+ host [0-9]+ total [0-9]+$' \
        "$floor" tagged "/run/netns/$host" "/run/netns/$pod" cali0 eth0 10.99.0.7 fd99::7 1003 1480 eth1 4001
    check "what it sends by IPv4 is tagged" 'match 0a630007/ffffffff at 12' in_host_tc filter show dev eth1 egress pref 50001
    check "what it sends by IPv6 is tagged" 'vlan +push id 4001' in_host_tc filter show dev eth1 egress pref 50002
    check "its rule is there" "^2048:.from 10.99.0.7 lookup 1003 proto 84" in_host rule
    check "untagged says where the time went" '^routing [0-9]+ veth [0-9]+ total [0-9]+$' \
        "$floor" untagged "/run/netns/$host" cali0 10.99.0.7 fd99::7 1003 eth1
    nothing "no filter is left" '.' in_host_tc filter show dev eth1 egress
    nothing "and no rule" 'proto 84' in_host rule
fi

echo "$passed passed, $failed failed"
[ $failed = 0 ]
