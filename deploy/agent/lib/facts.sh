# Facts no file of the host tells, as JSON.

collect_facts() {
    if [ -n "$root" ]; then
        first_of host-facts host-facts.json
        return
    fi
    write_facts >"$work/facts"
    cat "$work/facts" >"$work/raw"
    add_present host-facts host-facts.json
}

# A text as a JSON string; what is no text is left out by those who call.
json_text() { # TEXT
    printf '"%s"' "$(printf '%s' "$1" | sed 's/["\\]/\\&/g')"
}

write_facts() {
    facts_path=$(instances_path)
    printf '{"instances_path": {"path": %s, "direct_io": [' "$(json_text "$facts_path")"
    probe_direct_io "$facts_path"
    printf ']}, "interval_seconds": %d' "$interval"
    facts_user=$(qemu_user)
    [ -z "$facts_user" ] || printf ', "qemu_user": %s' "$(json_text "$facts_user")"
    facts_confinement=$(confinement)
    [ -z "$facts_confinement" ] || printf ', "confinement": "%s"' "$facts_confinement"
    if [ -n "$cluster" ] && is_plain_text "$cluster"; then
        printf ', "cluster": %s' "$(json_text "$cluster")"
    fi
    facts_comma=
    printf ', "labels": {'
    printf '%s' "$labels" | sort -u -t = -k 1,1 >"$work/labels"
    while IFS= read -r facts_label; do
        is_plain_text "$facts_label" || continue
        printf '%s%s: %s' "$facts_comma" "$(json_text "${facts_label%%=*}")" "$(json_text "${facts_label#*=}")"
        facts_comma=', '
    done <"$work/labels"
    printf '}}\n'
}

# The last value in the files nova-compute reads, $state_path filled in.
instances_path() {
    awk '
        /^[[:space:]]*\[/ { section = $0 }
        section !~ /^\[/ || section ~ /^\[DEFAULT\]/ {
            if (match($0, /^(instances_path|state_path)[[:space:]]*[=:][[:space:]]*/)) {
                name = substr($0, 1, index($0, "_path") + 4)
                value = substr($0, RLENGTH + 1)
                sub(/[[:space:]]+$/, "", value)
                set[name] = value
            }
        }
        END {
            state = set["state_path"]; path = set["instances_path"]
            if (state !~ /^\//) state = "/var/lib/nova"
            if (sub(/^\$(state_path|\{state_path\})/, "", path)) path = state path
            print path ~ /^\// && path !~ /\$/ ? path : state "/instances"
        }' "$work/nova.conf.all"
}

# In a directory of its own, which is entered and then looked at: whoever owns the place above cannot slip in another.
probe_direct_io() { # DIRECTORY
    if [ ! -d "$1" ]; then
        say "$(shown "$1"): is not there, direct I/O is not tried"
        return
    fi
    set +f
    rm -f -- "$1"/.cache-audit-probe.*/data 2>/dev/null
    rmdir -- "$1"/.cache-audit-probe.* 2>/dev/null
    set -f
    probe=$1/.cache-audit-probe.$$
    (
        trap - EXIT HUP INT TERM
        if ! mkdir -m 700 -- "$probe" 2>/dev/null || ! cd -P -- "$probe" || ! is_mine .; then
            say "$(shown "$1"): cannot be written, direct I/O is not tried"
            exit
        fi
        if ! dd if=/dev/zero of=data bs=4096 count=2 2>"$work/dd.log"; then
            say "$(shown "$1"): $(head -n 1 "$work/dd.log")"
        elif dd if=/dev/null of=/dev/null count=0 oflag=direct 2>&1 | grep -q -i -e "'direct'" -e oflag -e unrecog; then
            say "dd knows no direct I/O: it is not tried"
        else
            try_direct_io 512
            printf ', '
            try_direct_io 4096
        fi
        rm -f data
    )
    remove_probe
}

try_direct_io() { # BYTES
    if dd if=/dev/zero of=data bs="$1" count=1 oflag=direct conv=notrunc 2>/dev/null &&
        dd if=data of=/dev/null bs="$1" count=1 iflag=direct 2>/dev/null; then
        printf '{"bytes": %d, "ok": true}' "$1"
    else
        printf '{"bytes": %d, "ok": false}' "$1"
    fi
}

is_mine() { # DIRECTORY
    # shellcheck disable=SC2046 # mode, links and owner stand first
    set -- $(ls -ldn -- "$1")
    case $1 in
        drwx------*) [ "$3" = "$(id -u)" ] ;;
        *) return 1 ;;
    esac
}

remove_probe() {
    rm -f -- "$probe/data"
    rmdir -- "$probe" 2>/dev/null
    probe=
}

# Who runs guests: the owner of one, else what libvirt is told, else the user its packages make.
qemu_user() {
    user_pid=$(head -n 1 "$work/guests")
    if [ -n "$user_pid" ]; then
        # shellcheck disable=SC2012 # the owner's name stands before the file's
        ls -ld "/proc/$user_pid" 2>/dev/null | awk 'NR == 1 { print $3 }'
        return
    fi
    user_name=$(sed -n 's/^user[[:space:]]*=[[:space:]]*"\([A-Za-z0-9._-]*\)".*/\1/p' /etc/libvirt/qemu.conf 2>/dev/null | tail -n 1)
    for user_usual in libvirt-qemu qemu; do
        [ -z "$user_name" ] || break
        ! id "$user_usual" >/dev/null 2>&1 || user_name=$user_usual
    done
    printf '%s\n' "$user_name"
}

confinement() {
    confine_pid=$(head -n 1 "$work/guests")
    confine_label=
    [ -z "$confine_pid" ] || confine_label=$(tr -d '\000' <"/proc/$confine_pid/attr/current" 2>/dev/null)
    case $confine_label in
        *:*:*) echo selinux ;;
        libvirt-*) echo apparmor ;;
        unconfined) echo none ;;
        *)
            if [ -e /sys/fs/selinux/enforce ]; then
                echo selinux
            elif [ "$(cat /sys/module/apparmor/parameters/enabled 2>/dev/null)" = Y ]; then
                echo apparmor
            else
                echo none
            fi
            ;;
    esac
}
