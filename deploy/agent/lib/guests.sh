# What guests are defined, what runs, and with which caches: domain XML and QEMU processes.

collect_domains() {
    each_file /etc/libvirt/qemu '*.xml' add_file libvirt-domain -
    domains_run=/run/libvirt/qemu
    has_directory "$domains_run" || domains_run=/var/run/libvirt/qemu
    each_file "$domains_run" '*.xml' add_file libvirt-domain -
    if [ -n "$root" ]; then
        sos_files sos_commands/virsh '*_dumpxml_*' libvirt-domain
    elif ! may_list /etc/libvirt/qemu || ! may_list "$domains_run"; then
        domains_of_virsh
    fi
}

# False where there is a directory that this user may not list: virsh may still tell what it holds.
may_list() { # DIRECTORY
    locate "$1"
    [ "$location" = absent ] || [ -r "$located" ]
}

# virsh leaves out passwords unless --security-info is given.
domains_of_virsh() {
    has virsh "guests are unknown where their files cannot be read" || return 0
    may_list /etc/libvirt/qemu || domains_listed /etc/libvirt/qemu --all --inactive
    may_list "$domains_run" || domains_listed "$domains_run" --state-running
}

domains_listed() { # DIRECTORY WHICH [HOW]
    if ! bounded virsh -q -r list "$2" --name >"$work/domain-names" 2>"$work/tool.log"; then
        say "virsh list: $(head -n 1 "$work/tool.log")"
        return
    fi
    while IFS= read -r domain_name; do
        [ -n "$domain_name" ] || continue
        # shellcheck disable=SC2086 # an option, or nothing
        if bounded virsh -q -r dumpxml ${3-} -- "$domain_name" </dev/null >"$work/raw" 2>"$work/tool.log"; then
            add_present libvirt-domain "$1/$domain_name.xml"
        else
            say "virsh dumpxml $(shown "$domain_name"): $(head -n 1 "$work/tool.log")"
        fi
    done <"$work/domain-names"
}

# The QEMU processes by number, to $work/guests.
find_guests() {
    : >"$work/guests"
    has_directory /proc || return 0
    guests_proc=$located
    set +f
    # Most processes are none: one grep for all of them comes first. The pattern stands in no other name.
    # shellcheck disable=SC2046 # paths below /proc hold no blanks
    grep -l -e qemu -e kvm /dev/null "$guests_proc"/[0-9]*/cmdline 2>/dev/null |
        sed 's|/cmdline$||; s|.*/||' | grep -x '[0-9]\{1,9\}' | sort -n >"$work/guest-candidates"
    set -f
    while read -r guest; do
        guest_program=$(arguments_of "$guests_proc/$guest" | sed -n 1p)
        case ${guest_program##*/} in
            *[[:space:]]*) ;;
            qemu-system-?* | qemu-kvm | kvm | kvm-spice) echo "$guest" >>"$work/guests" ;;
        esac
    done <"$work/guest-candidates"
}

# One a line; nothing where the process ended meanwhile.
arguments_of() { # DIRECTORY
    { tr '\000' '\012' <"$1/cmdline"; } 2>/dev/null | awk '{ print }'
}

collect_processes() {
    while read -r guest; do
        guest_directory=$guests_proc/$guest
        write_process >"$work/raw"
        # A guest that ended meanwhile leaves no command line.
        IFS= read -r guest_line <"$work/raw" || guest_line=
        [ -z "$guest_line" ] || add_present qemu-process "/proc/$guest"
    done <"$work/guests"
}

write_process() {
    arguments_of "$guest_directory"
    echo
    environment_of "$guest_directory"
    guest_cwd=$(link_target "$guest_directory/cwd") && printf 'cwd=%s\n' "$guest_cwd"
    guest_exe=$(link_target "$guest_directory/exe") && printf 'exe=%s\n' "$guest_exe"
    guest_librbd=$(sed -n 's|.*[[:space:]]\(/[^[:space:]]*/librbd\.so[^[:space:]]*\)$|\1|p
        s|.*[[:space:]]\(/[^[:space:]]*/librbd\.so[^[:space:]]* (deleted)\)$|\1|p' "$guest_directory/maps" 2>/dev/null |
        sed -n 1p)
    [ -z "$guest_librbd" ] || printf 'librbd=%s\n' "$guest_librbd"
    [ -z "$root" ] || return 0
    guest_start=$(started_at "$guest")
    [ -z "$guest_start" ] || printf 'started=%s\n' "$(as_time "$guest_start")"
    package_line running_qemu "$guest_exe"
    package_line running_librbd "$guest_librbd"
}

# Other variables are never read into a document. A value of several lines is no value librados is given on purpose.
environment_of() { # DIRECTORY
    { tr '\000\012' '\012\001' <"$1/environ"; } 2>/dev/null | grep -e '^CEPH_ARGS=' -e '^CEPH_CONF=' -e '^HOME=' |
        grep -v "$(printf '\001')" | sort
}

# Ticks since boot as RFC 3339.
as_time() { # TICKS
    as_boot=$(sed -n 's/^btime //p' /proc/stat)
    as_hertz=$(getconf CLK_TCK 2>/dev/null) || as_hertz=100
    awk -v seconds=$((as_boot + $1 / as_hertz)) 'BEGIN {
        days = int(seconds / 86400); rest = seconds % 86400
        # Days since 1970 to a date: years that begin in March have their leap day at the end.
        z = days + 719468; era = int(z / 146097); doe = z - era * 146097
        yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
        doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100)); mp = int((5 * doy + 2) / 153)
        day = doy - int((153 * mp + 2) / 5) + 1; month = mp < 10 ? mp + 3 : mp - 9
        year = yoe + era * 400 + (month <= 2)
        printf "%04d-%02d-%02dT%02d:%02d:%02dZ\n", year, month, day, rest / 3600, rest % 3600 / 60, rest % 60
    }'
}

# The version of the package that owns a file which is still the one that runs.
package_line() { # NAME FILE
    case $2 in
        '' | *' (deleted)' | *'
'*) return ;;
    esac
    package_version=$(version_of_file "$2")
    [ -z "$package_version" ] || printf '%s=%s\n' "$1" "$package_version"
}
