#!/usr/bin/env bash
# Tries what the data paths may want of a kernel, each in a network namespace of its own, and prints which of it there is.
#
#   kernel-features.sh              tries everything
#   kernel-features.sh FEATURE ...  tries these alone; ends with 1 if one is missing, with 64 if nobody knows how to try it
set -uo pipefail
PATH=$PATH:/usr/sbin:/sbin

# Inside such a namespace; eth is a device that the others are tried on.
ready='ip link set lo up && ip link add eth type veth peer name far && ip link set eth up && ip link set far up'
declare -A how=(
    [ipvlan]='ip link add link eth name it type ipvlan mode l2'
    [vlan]='ip link add link eth name it type vlan id 7'
    [dummy]='ip link add it type dummy'
    [vrf]='ip link add it type vrf table 7'
    [ifb]='ip link add it type ifb'
    [vxlan]='ip link add it type vxlan id 7 dstport 4789'
    [tbf]='tc qdisc add dev eth root tbf rate 1mbit burst 16k latency 50ms'
    [fq]='tc qdisc add dev eth root fq'
    [fq_codel]='tc qdisc add dev eth root fq_codel'
    [prio]='tc qdisc add dev eth root prio'
    [netem]='tc qdisc add dev eth root netem delay 1ms'
    [clsact]='tc qdisc add dev eth clsact'
    [police]='tc qdisc add dev eth clsact && tc filter add dev eth ingress u32 match u32 0 0 action police rate 1mbit burst 16k drop'
    [matchall]='tc qdisc add dev eth clsact && tc filter add dev eth ingress matchall action drop'
    [flower]='tc qdisc add dev eth clsact && tc filter add dev eth ingress protocol ip flower dst_ip 10.0.0.1 action drop'
    [vlan-action]='tc qdisc add dev eth clsact && tc filter add dev eth egress u32 match u32 0 0 action vlan push id 7'
    [skbedit]='tc qdisc add dev eth clsact && tc filter add dev eth egress u32 match u32 0 0 action skbedit priority 7'
    [mirred]='tc qdisc add dev eth clsact && tc filter add dev eth ingress u32 match u32 0 0 action mirred egress redirect dev far'
    [nftables]='nft add table inet it && nft add chain inet it c "{ type filter hook input priority 0; }"'
    [hardware]='nsenter --net=/proc/1/ns/net ip link show dev spare0'
    [smc]='modprobe smc && modprobe rdma_rxe && rdma link show'
    [policy-rules]='ip rule add fwmark 0x10/0xf0 iif eth table 7'
)

for feature; do
    [[ ${how[$feature]:-} ]] || { echo "Nobody knows how to try $feature." >&2 && exit 64; }
done
(($# > 0)) || { everything=yes && mapfile -t sorted < <(printf '%s\n' "${!how[@]}" | sort) && set -- "${sorted[@]}"; }

missing=0
for feature; do
    if said=$(unshare --net sh -c "$ready && ${how[$feature]}" 2>&1); then
        printf '%-14s yes\n' "$feature"
    else
        printf '%-14s no: %s\n' "$feature" "$(tr '\n' ' ' <<< "$said")"
        missing=1
    fi
done
[[ ${everything:-} ]] || exit "$missing"
