#!/usr/bin/env bash
# Runs a command as root under a full Debian kernel, where the kernel of this machine may lack what a test needs: ipvlan,
# VLANs, dummy devices, policers, fq, vrf. QEMU emulates a computer in software, so neither KVM nor any privilege is
# needed once the packages are there; it is ten to twenty times slower than this machine, and takes one processor.
#
#   full-kernel.sh [--within SECONDS] [--memory MB] COMMAND [ARGUMENT ...]
#   full-kernel.sh --prepare      only fetches what is needed, and says whether it could
#
# The command runs in the same folder, with the same environment and the same files as here, but what it writes is
# written to the guest's memory and gone with it; TERWAY4J_FULL_KERNEL tells it that it runs there, and under which
# kernel. Its input, output and errors are those of this script, and so is its exit status, but for these:
#   69   no guest can be had here; the reason is told
#   124  the command was not done within SECONDS (900 unless told)
#   125  the guest ended before the command did; its console is told
#
# What is fetched is kept in the user's cache (TERWAY4J_CACHE names another folder): Debian's kernel package, 70 MB to
# fetch and 400 MB unpacked. Nothing else is left behind.
set -euo pipefail

within=900 memory=2048 prepare_only=
cache=${TERWAY4J_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/terway4j}/full-kernel
needed=(qemu-system-x86 busybox-static kmod xz-utils zstd)
# What the guest needs to see this machine's files and to talk to us; everything else it loads from them.
first_modules=(virtio_pci virtio_console 9pnet_virtio 9p overlay)

no_guest() { echo "No full kernel can be run here: $*" >&2; exit 69; }

usage() { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 64; }

while (($# > 0)); do
    case $1 in
    --within) within=${2:?} && shift 2 ;;
    --memory) memory=${2:?} && shift 2 ;;
    --prepare) prepare_only=yes && shift ;;
    --) shift && break ;;
    -*) usage ;;
    *) break ;;
    esac
done
[[ $prepare_only ]] || (($# > 0)) || usage

# ---- what is needed

PATH=$PATH:/usr/sbin:/sbin

# A machine without a network finds that out soon, and whoever else installs something just now is waited for.
apt() {
    DEBIAN_FRONTEND=noninteractive timeout --foreground --kill-after 5 300 apt-get \
        -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o DPkg::Lock::Timeout=60 \
        -qq "$@" < /dev/null
}

install_programs() {
    local missing=() package
    for package in "${needed[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    ((${#missing[@]} > 0)) || return 0
    ((EUID == 0)) || no_guest "install ${missing[*]} first, which only root may."
    echo "Installing ${missing[*]} to run a full kernel" >&2
    { with_lists apt install -y --no-install-recommends "${missing[@]}"; } ||
        no_guest "apt-get could not install ${missing[*]}."
}

# Once more with fresh lists where the old ones do not do.
with_lists() {
    "$@" > /dev/null 2>&1 || { ((EUID == 0)) && apt update > /dev/null 2>&1 && "$@" > /dev/null; }
}

# The package that Debian's own name for its newest kernel stands for.
kernel_package() { apt-cache depends linux-image-amd64 2> /dev/null | awk '$1 == "Depends:" { print $2; exit }'; }

# The kernel itself, out of the file $1 that unpacks itself: the guest would take seconds for that. The file's head says
# where the packed part lies (Documentation/arch/x86/boot.rst: setup_sects, payload_offset, payload_length).
payload() {
    local from length
    from=$((($(number "$1" 497 1) + 1) * 512 + $(number "$1" 584 4)))
    length=$(number "$1" 588 4)
    case $(number "$1" "$from" 2) in
    14333) packed "$@" | xz --decompress --single-stream ;;
    46376) packed "$@" | zstd --decompress ;;
    35615) packed "$@" | gzip --decompress ;;
    *) echo "Nobody knows how $1 is packed" >&2 && return 1 ;;
    esac
}
packed() { head -c $((from + length)) "$1" | tail -c "$length"; }
number() { od -An -t "u$3" -j "$2" -N "$3" "$1" | tr -d ' '; }

# Leaves in $cache/kernel what the package holds, with its modules ready to be loaded.
fetch_kernel() {
    [[ -e $cache/kernel/vmlinux ]] && return 0
    local package
    with_lists eval '[[ $(kernel_package) ]]' || no_guest "apt knows no package linux-image-amd64."
    package=$(kernel_package)
    { mkdir -p "$cache" && draft=$(mktemp -d "$cache/draft.XXXXXX"); } || no_guest "$cache cannot be written."
    echo "Fetching $package into $cache" >&2
    { fetch_into "$draft" "$package" && unpack "$draft"; } || no_guest "$package could not be fetched or unpacked."
    # Somebody else may have been faster; either will do.
    mv -T "$draft" "$cache/kernel" 2> /dev/null || [[ -e $cache/kernel/vmlinux ]] ||
        no_guest "$cache/kernel is in the way."
}

fetch_into() (cd "$1" && with_lists apt -o APT::Sandbox::User=root download "$2")

# Some packages have their modules in /usr/lib, others in /lib.
unpack() {
    local files=$1/package
    dpkg-deb --extract "$1"/*.deb "$files" || return
    [[ ! -d $files/usr/lib/modules ]] || files=$files/usr
    mkdir "$1/lib" && mv "$files/lib/modules" "$1/lib/" &&
        depmod -b "$1" "$(ls "$1/lib/modules")" &&
        payload "$1"/package/boot/vmlinuz-* > "$1/vmlinux" &&
        rm -r "$1"/package "$1"/*.deb
}

# A guest that has no room dies somewhere in the middle, or has somebody else killed. A container may have less than its
# machine; cgroup v1 and a container without a limit say nothing here.
has_memory() {
    local free limit
    free=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2> /dev/null || true)
    [[ ! $limit =~ ^[0-9]+$ ]] || ((limit / 1048576 >= free)) || free=$((limit / 1048576))
    ((free >= memory + 256)) || no_guest "it takes $((memory + 256)) MB of memory, and $free are free."
}

can_emulate() {
    [[ $(uname -m) == x86_64 ]] || no_guest "this machine is a $(uname -m), and only x86_64 is emulated."
    command -v apt-get > /dev/null || no_guest "the kernel and QEMU come as Debian's packages, and there is no apt-get."
    has_memory
    install_programs
    fetch_kernel
}

work= guest= draft=
clean_up() {
    # Who is told to end twice must not leave half of it.
    trap '' INT TERM
    [[ ! $guest ]] || kill "$guest" 2> /dev/null || true
    exec 8>&- 9>&- || true
    wait || true
    rm -rf ${work:+"$work"} ${draft:+"$draft"}
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

can_emulate
[[ ! $prepare_only ]] || exit 0

# ---- what the guest begins with

kernel=$cache/kernel
release=$(ls "$kernel/lib/modules")
work=$(mktemp -d)
# Held open, so that whoever reads them need not wait for a guest that never begins.
mkfifo "$work/out" "$work/err"
exec 8<> "$work/out" 9<> "$work/err"

root=$work/root
mkdir -p "$root"/{bin,dev,proc,sys,modules,host,memory,new}
cp "$(command -v busybox)" "$root/bin/busybox"
modprobe -d "$kernel" -S "$release" --show-depends --all "${first_modules[@]}" |
    awk '$1 == "insmod" && !seen[$2]++ { print $2 }' | while read -r module; do
    plain=${module##*/}
    case $module in
    *.xz) plain=${plain%.xz} && xz -dc "$module" > "$root/modules/$plain" ;;
    *) cp "$module" "$root/modules/" ;;
    esac
    echo "$plain" >> "$root/modules/in-order"
done

cat > "$root/init" << INIT
#!/bin/busybox sh
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t devtmpfs dev /dev
while read -r module; do insmod "/modules/\$module"; done < /modules/in-order
mount -t 9p -o ro,trans=virtio,version=9p2000.L,msize=512000,cache=loose host /host
mount -t tmpfs -o size=80% memory /memory
mkdir /memory/upper /memory/work
mount -t overlay -o lowerdir=/host,upperdir=/memory/upper,workdir=/memory/work overlay /new
mount --move /proc /new/proc
mount --move /dev /new/dev
exec switch_root /new /bin/bash $work/begin
INIT
chmod +x "$root/init"
(cd "$root" && find . | busybox cpio -o -H newc 2> /dev/null) > "$work/initrd"

# ---- what it does then

{
    export -p
    printf 'export TERWAY4J_FULL_KERNEL=%q\n' "$release"
    printf 'cd %q\n' "$PWD"
    printf 'exec'
    printf ' %q' "$@"
    printf '\n'
} > "$work/command"

cat > "$work/begin" << BEGIN
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t sysfs sys /sys
mount -t tmpfs run /run
mkdir -p /dev/pts /dev/shm /run/lock
mount -t devpts -o ptmxmode=666 devpts /dev/pts
mount -t tmpfs shm /dev/shm
mount -t cgroup2 cgroup /sys/fs/cgroup
mkdir -p /lib/modules/$release
mount --bind $kernel/lib/modules/$release /lib/modules/$release
hostname full-kernel
ip link set lo up
# Hardware that tests may do with as they like; nothing is at its other end.
modprobe virtio_net
ip link set dev eth0 name spare0
ports=\$(echo /dev/vport*p1)
port() { echo "\${ports%1}\$1"; }
# A port can be opened only once, and asked little: the command gets pipes, of which more can be asked.
mkfifo /run/in /run/out /run/err
cat "\$(port 1)" > /run/in &
cat /run/out > "\$(port 2)" & out=\$!
cat /run/err > "\$(port 3)" & err=\$!
bash $work/command < /run/in > /run/out 2> /run/err
status=\$?
# Whoever was left running in the background is not waited for.
for tenth in 1 2 3 4 5 6 7 8 9 10; do kill -0 \$out 2> /dev/null || kill -0 \$err 2> /dev/null || break; sleep 0.1; done
echo \$status > "\$(port 4)"
busybox poweroff -f
BEGIN

cat "$work/out" 8>&- 9>&- &
cat "$work/err" >&2 8>&- 9>&- &

# A guest that is given its turn seldom must not take that for a broken clock (no_timer_check, nowatchdog).
# One processor: with several, emulated code that is being rewritten, as a JVM does, crashes now and then.
setpriv --pdeathsig TERM timeout --foreground --kill-after 5 "$within" \
    qemu-system-x86_64 -machine pc -accel tcg,thread=single,tb-size=512 -cpu max -m "$memory" \
    -nodefaults -no-user-config -display none -no-reboot -serial "file:$work/console" \
    -kernel "$kernel/vmlinux" -initrd "$work/initrd" \
    -append "console=ttyS0 quiet panic=-1 no_timer_check nowatchdog mitigations=off net.ifnames=0 fb_tunnels=none dummy.numdummies=0 ifb.numifbs=0" \
    -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap \
    -device virtio-9p-pci,fsdev=host,mount_tag=host -device virtio-rng-pci -device virtio-serial-pci \
    -netdev hubport,id=spare,hubid=0 -device virtio-net-pci,netdev=spare,mac=52:54:00:7e:84:01 \
    -chardev stdio,id=in,signal=off -device virtserialport,chardev=in,nr=1 \
    -chardev "file,id=out,path=$work/out" -device virtserialport,chardev=out,nr=2 \
    -chardev "file,id=err,path=$work/err" -device virtserialport,chardev=err,nr=3 \
    -chardev "file,id=status,path=$work/status" -device virtserialport,chardev=status,nr=4 \
    <&0 > "$work/emulator" 2>&1 8>&- 9>&- &
guest=$!
ended=0
wait "$guest" || ended=$?
guest=
exec 8>&- 9>&-
wait
[[ ! -s $work/status ]] || exit "$(< "$work/status")"
if ((ended == 124)); then
    echo "The command was not done within $within s." >&2
    exit 124
fi
{ echo "The guest ended before the command did." && tail -n 40 "$work/console" "$work/emulator"; } >&2
exit 125
