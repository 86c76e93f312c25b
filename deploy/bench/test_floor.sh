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

echo "$passed passed, $failed failed"
[ $failed = 0 ]
