#!/usr/bin/env bash
# A real container runtime against our CNI executable and agent: containerd and runc make pod sandboxes and remove them, as
# a kubelet would have it over CRI, while agent and runtime are killed; then nothing may be left. The cloud is simulated and
# asked over HTTP.
#
#   containerd.sh [--sandboxes N] [--at-once N] [--within SECONDS]
#
# It needs root, Linux, and Debian's packages containerd, runc and containernetworking-plugins, which it installs where it
# may. Everything happens in mount and pid namespaces of its own with a /run of its own: a containerd of this machine is
# neither seen nor touched, and whatever becomes of the run, its processes, mounts and network namespaces end with it. Its
# exit status:
#   0    all of it held
#   69   it cannot be run here; the reason is told
#   124  it was not done within SECONDS (240 unless told)
#   else something failed, and is told
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
sandboxes=200 at_once=20 within=240
# The last has the plugin loopback, which containerd runs before any other.
needed=(containerd runc containernetworking-plugins)
# Below the tmpfs that is /run in there.
folder=/run/terway4j
PATH=$PATH:/usr/sbin:/sbin

not_here() { echo "No container runtime can be run here: $*" >&2; exit 69; }

usage() { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 64; }

# ---- inside: nobody else's files, processes and mounts

# The image of the sandboxes' own process, as 'docker save' would write it: one layer with one program.
write_pause_image() {
    local work=$folder/pause id
    mkdir -p "$work/layer"
    "${CC:-cc}" -std=c11 -O2 -static -s -o "$work/layer/pause" "$here/deploy/test/pause.c"
    tar -C "$work/layer" -cf "$work/layer.tar" pause
    id=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
    printf '{"architecture":"%s","os":"linux","config":{"Entrypoint":["/pause"]},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
        "$(dpkg --print-architecture)" "$id" > "$work/config.json"
    echo '[{"Config":"config.json","RepoTags":["localhost/pause:1"],"Layers":["layer.tar"]}]' > "$work/manifest.json"
    tar -C "$work" -cf "$folder/pause.tar" manifest.json config.json layer.tar
}

write_configuration() {
    cat > "$folder/containerd.toml" << TOML
version = 2
root = "$folder/root"
state = "$folder/state"
disabled_plugins = ["io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs",
    "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.devmapper",
    "io.containerd.tracing.processor.v1.otlp", "io.containerd.internal.v1.tracing"]
[grpc]
  address = "$folder/containerd.sock"
[ttrpc]
  address = "$folder/containerd.sock.ttrpc"
[debug]
  level = "warn"
[plugins."io.containerd.internal.v1.opt"]
  path = "$folder/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "localhost/pause:1"
  # What a container, in which this may run, does not let it do.
  disable_apparmor = true
  restrict_oom_score_adj = true
  tolerate_missing_hugetlb_controller = true
  netns_mounts_under_state_dir = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "$folder/cni/bin"
    conf_dir = "$folder/cni/net.d"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
TOML
}

inside() {
    local cgroup=$1 classpath
    mount -t tmpfs -o mode=755 terway4j /run
    mount -t tmpfs terway4j /var/lib/cni
    mkdir -p "$folder"/cni/{bin,net.d} "$folder/tmp" /run/netns
    write_pause_image
    write_configuration
    cp /usr/lib/cni/loopback "$folder/cni/bin/"
    # Beside the file first and then in its place, as it is put on a node.
    install -m 755 "$here/deploy/cni-shim/terway" "$folder/cni/bin/.terway.new"
    mv "$folder/cni/bin/.terway.new" "$folder/cni/bin/terway"
    echo '{"cniVersion": "0.4.0", "name": "terway", "type": "terway"}' > "$folder/10-terway.conf"
    "$here/terway" conflist --conf "$folder/10-terway.conf" > "$folder/cni/net.d/10-terway.conflist"
    classpath=$here/features/target/test-classes:$(cat "$here/features/target/test.classpath")
    export TERWAY_HOME=$here
    # Not exec: the first process of a pid namespace has to bury those that lose their parents, and a shell does.
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
        -Djava.io.tmpdir="$folder/tmp" -cp "$classpath" io.github.terway4j.features.runtime.RuntimeDrill \
        "$sandboxes" "$at_once" "$folder" "/$cgroup"
}

# ---- outside: what is needed, and an end to it

choose_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* "${SDKMAN_DIR:-${HOME:-/root}/.sdkman}"/candidates/java/*; do
        if [[ -x $home/bin/javac ]] && grep -qsE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release"; then
            export JAVA_HOME=$home
            return
        fi
    done
    not_here "there is no JDK 25"
}

install_programs() {
    local missing=() package
    command -v dpkg-query > /dev/null && command -v apt-get > /dev/null || not_here "this is no Debian."
    for package in "${needed[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    ((${#missing[@]} > 0)) || return 0
    echo "Installing ${missing[*]}" >&2
    get install -y --no-install-recommends "${missing[@]}" > /dev/null 2>&1 ||
        { get update && get install -y --no-install-recommends "${missing[@]}"; } > /dev/null ||
        not_here "apt-get could not install ${missing[*]}."
}

# What is installed is not to be started: we have a containerd of our own.
get() {
    DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout --foreground --kill-after 5 300 apt-get \
        -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=60 -qq "$@" < /dev/null
}

# A cgroup of our own in every hierarchy that there is.
cgroups() { find /sys/fs/cgroup -maxdepth 2 -type d -name "$1" 2> /dev/null || true; }

forget_cgroups() {
    local left
    for left in $(cgroups "$cgroup"); do find "$left" -depth -type d -exec rmdir {} + 2> /dev/null || true; done
}

[[ ${1:-} != --inside ]] || { shift && sandboxes=$2 at_once=$3 && inside "$1" && exit 0 || exit 1; }

while (($# > 0)); do
    case $1 in
    --sandboxes) sandboxes=${2:?} && shift 2 ;;
    --at-once) at_once=${2:?} && shift 2 ;;
    --within) within=${2:?} && shift 2 ;;
    *) usage ;;
    esac
done

[[ $(uname -s) == Linux ]] || not_here "this is $(uname -s)."
((EUID == 0)) || not_here "it takes root."
unshare --mount --propagation private --pid --fork --mount-proc true 2> /dev/null ||
    not_here "no mount and pid namespaces can be made."
mkdir -p /var/lib/cni
choose_jdk
install_programs
echo "Building what is needed" >&2
"$here/terway" --version > /dev/null
(cd "$here" && mvn -B -q -pl features -am -DskipTests -Dspotless.check.skip=true \
    test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test.classpath) >&2

cgroup=terway4j-$$
trap forget_cgroups EXIT
ended=0
timeout --kill-after 20 "$within" unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
    "${BASH_SOURCE[0]}" --inside "$cgroup" "$sandboxes" "$at_once" < /dev/null || ended=$?
((ended != 124 && ended != 137)) || { echo "It was not done within $within s." >&2 && ended=124; }
exit "$ended"
