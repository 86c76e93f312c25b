#!/usr/bin/env bash
# Builds the image of the node's agent, without a container engine and without a base image: './terway image' calls it.
#
#   build.sh [--output FILE] [--tag NAME] [--rootfs]
#
# What is in it: a Java runtime cut to what the program uses, the program's jars, the CNI executable for the host, the
# programs nft and nsenter, and of this machine's Debian or Ubuntu the C library and what else these need. Then an agent of that image is
# trained: it serves a few pods of a simulated cloud, and what it has loaded by then is kept beside it (Java's ahead-of-time
# cache), by which it starts in a fraction of the time. That takes network namespaces; where they cannot be made, it says so
# and leaves the cache out. With --rootfs it stops at the folder, for who packs it otherwise.
#
# The file is an OCI image layout in a tar that 'ctr images import', 'podman load' and 'docker load' take. The same commit, the
# same JDK and the same packages give the same layers, but for the cache.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$here/deploy/image/target
root=$work/rootfs
output=$work/terway.tar tag=terway4j:latest rootfs_only=
home=/opt/terway
# Where the program looks for them.
nft=/usr/sbin/nft nsenter=/usr/bin/nsenter
# What every file is dated: the cache knows jars by their time and size.
date=@1

modules=java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml
modules+=,jdk.httpserver,jdk.unsupported

say() { printf 'terway image: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# ---- the files

make_runtime() {
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
        --output "$root$home/jre"
    # Its own archives of classes would lie beside the cache that takes their place.
    rm -f "$root$home"/jre/lib/server/classes*.jsa
    for file in "$root$home"/jre/lib/*.so "$root$home"/jre/lib/server/*.so; do strip --strip-unneeded "$file" 2> /dev/null || true; done
}

copy_program() {
    local native machine
    case $(uname -m) in
    x86_64) machine=x86_64-Linux ;;
    aarch64) machine=aarch64-Linux ;;
    *) fail "no image is made on $(uname -m)" ;;
    esac
    mkdir -p "$root$home"/{lib,jni,cni}
    cp "$here"/app/target/terway4j-app.jar "$root$home/"
    cp "$here"/app/target/lib/*.jar "$root$home/lib/"
    # Native code for two dozen machines, of which ours alone is unpacked: otherwise each start would.
    native=$(echo "$root$home"/lib/jffi-*-native.jar)
    unzip -q -j "$native" "jni/$machine/libjffi-1.2.so" -d "$root$home/jni"
    rm "$native"
    install -m 755 "$here/deploy/cni-shim/terway" "$root$home/cni/terway"
    cp "$here/LICENSE" "$root$home/"
}

# The libraries that a file needs, as they lie on this machine.
libraries_of() { ldd "$@" 2> /dev/null | grep -oE '/[^ :()]+' | grep -E '\.so' | grep -v "^$root" | sort -u || true; }

copy_system() {
    local file
    [[ -x $nft ]] || fail "the program nft is missing. Install it: apt-get install nftables"
    mkdir -p "$root"/{etc/eni,proc,sys,dev,run,tmp,var/lib/cni/terway,usr/bin,usr/sbin}
    chmod 1777 "$root/tmp"
    ln -s /run "$root/var/run"
    # Connections are marked by nft, in the node's namespace (docs/adr/0016-mark-connections-by-the-nft-program.md).
    cp -L "$nft" "$nsenter" "$root/tmp/"
    mv "$root/tmp/nft" "$root$nft"
    mv "$root/tmp/nsenter" "$root$nsenter"
    printf 'root:x:0:0:root:/:/none\n' > "$root/etc/passwd"
    printf 'root:x:0:\n' > "$root/etc/group"
    printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
    libraries_of "$nft" "$nsenter" "$root$home"/jre/bin/java "$root$home"/jre/lib/*.so "$root$home"/jre/lib/server/*.so \
        "$root$home"/jni/*.so | while read -r file; do
        mkdir -p "$root$(dirname "$file")"
        cp -L "$file" "$root$file"
    done
}

# Few megabytes for the heap, C1 alone, the serial collector: docs/image.md says why.
write_options() {
    cat > "$root$home/options" << OPTIONS
-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
-XX:CompileThresholdScaling=0.1
-Xms12m
-Xmn6m
-Xmx48m
-Xss512k
-XX:+UseCompactObjectHeaders
-XX:-UsePerfData
-Djffi.boot.library.path=$home/jni
OPTIONS
}

date_files() { find "$root" -exec touch -h -d "$date" {} +; }

# ---- the training

# What follows runs as root of namespaces of its own, whose files, but for /run, are this machine's.
enter() {
    mount -t tmpfs -o mode=755 terway4j /run
    mkdir -p /run/terway4j /run/netns
    # The simulated cloud is asked by it.
    PATH=$PATH:/usr/sbin:/sbin ip link set lo up
    # What is mounted below it later, as namespaces are that get a name, shows in the image's, too.
    mount --make-shared /run
    for folder in proc sys dev run; do mount --rbind "/$folder" "$root/$folder"; done
}

# The story of './terway demo', on this machine's kernel, with an agent of the image.
tell_story() {
    TERWAY_AGENT=/run/terway4j/agent TERWAY_HOME=$here "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -Djava.io.tmpdir=/run/terway4j -jar "$here/app/target/terway4j-app.jar" \
        demo --kernel linux --cloud http --nodes 1 --pods 4
}

# The story kills its first agent in the middle. The second outlives its own killing, so that it can keep what it has loaded;
# whence the story finds no good end.
train_inside() {
    local tries
    enter
    cat > /run/terway4j/agent << AGENT
#!/bin/bash
cd /
if [[ ! -e /run/terway4j/first ]]; then
    touch /run/terway4j/first
    exec chroot $root $home/jre/bin/java @$home/options -jar $home/terway4j-app.jar agent "\$@"
fi
chroot $root $home/jre/bin/java @$home/options -XX:AOTCacheOutput=/run/terway4j/terway.aot -jar $home/terway4j-app.jar \
    agent "\$@" &
echo \$! > /run/terway4j/pid
wait
AGENT
    chmod 755 /run/terway4j/agent
    tell_story > /run/terway4j/log 2>&1 || true
    [[ -s /run/terway4j/pid ]] || { cat /run/terway4j/log >&2; return 1; }
    kill "$(cat /run/terway4j/pid)"
    for ((tries = 0; tries < 1200; tries++)); do
        kill -0 "$(cat /run/terway4j/pid)" 2> /dev/null || break
        sleep 0.1
    done
    [[ -s /run/terway4j/terway.aot ]] || { cat /run/terway4j/log >&2; return 1; }
    cp /run/terway4j/terway.aot "$root$home/terway.aot"
}

try_inside() {
    enter
    printf '#!/bin/bash\ncd /\nexec chroot %s %s/jre/bin/java @%s/options -jar %s/terway4j-app.jar agent "$@"\n' \
        "$root" "$home" "$home" "$home" > /run/terway4j/agent
    chmod 755 /run/terway4j/agent
    tell_story > /run/terway4j/log 2>&1 || { cat /run/terway4j/log >&2; return 1; }
    grep -E 'serves, after|checks held' /run/terway4j/log
}

# The namespaces in which a command is root over nothing but its own.
alone() {
    local flags=(--mount --propagation private --net --pid --fork --kill-child --mount-proc)
    ((EUID == 0)) || flags+=(--user --map-root-user)
    timeout --kill-after 10 300 unshare "${flags[@]}" "$@" < /dev/null
}

train_and_try() {
    if ! alone true 2> /dev/null; then
        say "no namespaces can be made here: no agent is trained, so the image starts slower than it might, and none is tried."
        return
    fi
    say "training an agent"
    alone "${BASH_SOURCE[0]}" --train-inside || fail "the agent of the image does not serve"
    echo "-XX:AOTCache=$home/terway.aot" >> "$root$home/options"
    date_files
    say "trying it"
    alone "${BASH_SOURCE[0]}" --try-inside >&2 || fail "the image does not do"
}

# ---- the image

# Packs what lies below the folders into a layer, and says its digests, packed and not, and its size.
layer() {
    local name=$1 packed
    shift
    tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$date" -cf "$work/$name.tar" "$@"
    gzip -n -9 -k -f "$work/$name.tar"
    packed=$(sha256sum "$work/$name.tar.gz" | cut -d' ' -f1)
    echo "$packed $(sha256sum "$work/$name.tar" | cut -d' ' -f1) $(stat -c %s "$work/$name.tar.gz")"
    mv "$work/$name.tar.gz" "$work/oci/blobs/sha256/$packed"
    rm "$work/$name.tar"
}

# Keeps a document under its digest, and says that and its size.
blob() {
    local digest
    digest=$(printf '%s' "$1" | sha256sum | cut -d' ' -f1)
    printf '%s' "$1" > "$work/oci/blobs/sha256/$digest"
    echo "$digest ${#1}"
}

joined() { local IFS=,; echo "$*"; }

pack() {
    local layers=() diffs=() paths=() line packed diff size config manifest architecture cached=()
    architecture=$(dpkg --print-architecture)
    rm -rf "$work/oci" && mkdir -p "$work/oci/blobs/sha256"
    [[ ! -e $root$home/terway.aot ]] || cached=("opt/terway/terway.aot")
    # What changes seldom first.
    for line in "$(layer system --exclude=opt .)" "$(layer jre opt/terway/jre)" \
        "$(layer program --exclude=opt/terway/jre --exclude=opt/terway/terway.aot opt/terway)" \
        ${cached:+"$(layer cache "${cached[@]}")"}; do
        read -r packed diff size <<< "$line"
        layers+=("{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",\"digest\":\"sha256:$packed\",\"size\":$size}")
        diffs+=("\"sha256:$diff\"")
        paths+=("\"blobs/sha256/$packed\"")
    done
    read -r config size <<< "$(blob "{\"architecture\":\"$architecture\",\"os\":\"linux\",\"config\":{\"Entrypoint\":[\"$home/jre/bin/java\",\"@$home/options\",\"-jar\",\"$home/terway4j-app.jar\"],\"Cmd\":[\"--help\"],\"Env\":[\"PATH=/usr/sbin:$home/jre/bin\"],\"WorkingDir\":\"/\",\"Labels\":{\"org.opencontainers.image.title\":\"terway4j\",\"org.opencontainers.image.licenses\":\"Apache-2.0\"}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[$(joined "${diffs[@]}")]}}")"
    read -r manifest size <<< "$(blob "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"sha256:$config\",\"size\":$size},\"layers\":[$(joined "${layers[@]}")]}")"
    echo '{"imageLayoutVersion":"1.0.0"}' > "$work/oci/oci-layout"
    echo "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"sha256:$manifest\",\"size\":$size,\"annotations\":{\"org.opencontainers.image.ref.name\":\"${tag##*:}\",\"io.containerd.image.name\":\"$tag\"}}]}" > "$work/oci/index.json"
    # As older engines read it.
    echo "[{\"Config\":\"blobs/sha256/$config\",\"RepoTags\":[\"$tag\"],\"Layers\":[$(joined "${paths[@]}")]}]" > "$work/oci/manifest.json"
    mkdir -p "$(dirname "$output")"
    tar -C "$work/oci" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$date" -cf "$output" .
    rm -rf "$work/oci"
}

case ${1:-} in
--train-inside) train_inside && exit ;;
--try-inside) try_inside && exit ;;
esac

while (($# > 0)); do
    case $1 in
    --output) output=$(realpath -m "${2:?}") && shift 2 ;;
    --tag) tag=${2:?} && shift 2 ;;
    --rootfs) rootfs_only=yes && shift ;;
    *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2 && exit 64 ;;
    esac
done

[[ -x ${JAVA_HOME:-}/bin/jlink ]] || fail "JAVA_HOME names no JDK 25; './terway image' finds one."
for program in dpkg ldd unzip strip ip; do command -v "$program" > /dev/null || fail "the program $program is missing"; done
[[ -x $here/deploy/cni-shim/terway ]] || fail "the CNI executable is not built; './terway image' builds it."

rm -rf "$root" && mkdir -p "$root$home"
say "a Java runtime of $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 's/.*version "\(.*\)".*/\1/p')"
make_runtime
copy_program
copy_system
write_options
date_files
train_and_try
[[ ! $rootfs_only ]] || { echo "$root" && exit; }
say "packing"
pack
say "$(stat -c %s "$output" | awk '{ printf "%.1f MiB", $1 / 1048576 }') packed, $(du -sm --apparent-size "$root" | cut -f1) MiB unpacked"
echo "$output"
