# Versions as the package manager prints them, by component.

# The packages that hold a component, the most telling first.
package_table='qemu qemu-system-x86 qemu-kvm-rhev qemu-kvm-ev qemu-kvm-core qemu-kvm qemu-system-x86-core qemu-system-arm qemu-system-ppc
librbd librbd1
libvirt libvirt-daemon libvirt-bin libvirt0 libvirt
nova nova-compute openstack-nova-compute python3-nova python-nova nova-common
oslo_config python3-oslo.config python-oslo.config python3-oslo-config python2-oslo-config python-oslo-config
glusterfs glusterfs-common glusterfs-client glusterfs-server glusterfs-libs glusterfs'

# To $work/versions, a line each of the component, a tab and the text between the quotes of JSON.
collect_versions() {
    : >"$work/debs"
    : >"$work/rpms"
    if [ -n "$root" ]; then
        packages_of_files
    else
        packages_of_tools
    fi
    {
        versions_of_packages
        version_line kernel "$(kernel_version)"
        version_line distribution "$(distribution)"
    } >"$work/found"
    if [ -n "$root" ]; then
        stated_versions >"$work/stated"
    else
        : >"$work/stated"
    fi
    awk -F '\t' '{ text[$1] = $0 } END { for (word in text) print text[word] }' "$work/found" "$work/stated" |
        sort >"$work/versions"
}

version_line() { # WORD VERSION
    [ -n "$2" ] || return 0
    if [ ${#2} -gt 256 ] || ! is_plain_text "$2"; then
        say "the version of $1 cannot be sent"
        return
    fi
    printf '%s\t%s\n' "$1" "$(printf '%s' "$2" | sed 's/["\\]/\\&/g')"
}

packages_of_tools() {
    packages_tool=
    if command -v dpkg-query >/dev/null; then
        packages_tool=dpkg-query
        # shellcheck disable=SC2016 # dpkg-query fills them in
        bounded dpkg-query -W -f='${Status} ${Package} ${Version}\n' 2>"$work/tool.log" |
            awk '$1 ~ /^(install|hold)$/ && $3 == "installed" { print $4, $5 }' >"$work/debs"
    fi
    if command -v rpm >/dev/null; then
        packages_tool="$packages_tool rpm"
        bounded rpm -qa --queryformat '%{NAME} %{NAME}-%{VERSION}-%{RELEASE}\n' 2>"$work/tool.log" >"$work/rpms"
    fi
    [ -n "$packages_tool" ] || say "neither dpkg-query nor rpm is installed: versions of packages are unknown"
}

packages_of_files() {
    for packages_place in /installed-debs '/dpkg -l' /dpkg-l /sos_commands/dpkg/dpkg_-l; do
        lines_of "$packages_place"
    done | awk '/^[hi]i[[:space:]]/ && NF > 2 { sub(/:.*/, "", $2); print $2, $3 }' >"$work/debs"
    for packages_place in /installed-rpms '/sos_commands/rpm/sh_-c_rpm_--nodigest_-qa'; do
        lines_of "$packages_place"
    done | awk '/^[^[:space:]]/ {
        name = $1
        sub(/\.(x86_64|aarch64|ppc64le|s390x|i686|noarch)$/, "", name)
        if (match(name, /-[0-9][^-]*-[^-]+$/) && RSTART > 1) print substr(name, 1, RSTART - 1), name
    }' >"$work/rpms"
}

lines_of() { # PATH
    locate "$1"
    [ "$location" = there ] && [ -f "$located" ] || return 0
    cat -- "$located" 2>/dev/null
    echo
}

versions_of_packages() {
    printf '%s\n' "$package_table" >"$work/package-table"
    awk '
        FILENAME ~ /debs$/ { if (!($1 in deb)) deb[$1] = $2; next }
        FILENAME ~ /rpms$/ { if (!($1 in rpm)) rpm[$1] = $2; next }
        {
            found = ""
            for (i = 2; i <= NF && found == ""; i++) if ($i in deb) found = deb[$i]
            for (i = 2; i <= NF && found == ""; i++) if ($i in rpm) found = rpm[$i]
            if (found != "") print $1, found
        }' "$work/debs" "$work/rpms" "$work/package-table" >"$work/package-versions"
    while read -r versions_word versions_text; do
        version_line "$versions_word" "$versions_text"
    done <"$work/package-versions"
}

kernel_version() {
    if [ -z "$root" ]; then
        uname -r
        return
    fi
    kernel_line=$(lines_of /proc/sys/kernel/osrelease | sed -n 1p)
    if [ -n "$kernel_line" ]; then
        printf '%s\n' "$kernel_line"
    else
        lines_of /sos_commands/kernel/uname_-a | awk -F ' ' 'NR == 1 { print $3 }'
    fi
}

distribution() {
    for distribution_file in /etc/os-release /usr/lib/os-release; do
        lines_of "$distribution_file"
    done | sed -n "s/^PRETTY_NAME=[\"']\{0,1\}\([^\"']*\)[\"']\{0,1\}\$/\1/p" | sed -n 1p
}

# versions.json at the root: one object of texts, whose escapes are kept as they are.
stated_versions() {
    lines_of /versions.json >"$work/versions.json"
    grep -q . "$work/versions.json" || return 0
    awk '
        { text = text $0 " " }
        function skip(pattern) { if (match(text, "^" pattern)) { token = substr(text, 1, RLENGTH); text = substr(text, RLENGTH + 1); return 1 } return 0 }
        END {
            string = "\"([^\"\\\\]|\\\\.)*\""; blank = "[ \t\r]*"
            good = skip(blank "[{]" blank)
            more = good && !skip("[}]" blank "$")
            while (good && more) {
                if (!skip(string)) { good = 0; break }
                word = substr(token, 2, length(token) - 2)
                if (!skip(blank ":" blank)) { good = 0; break }
                if (skip(string)) line[++n] = word "\t" substr(token, 2, length(token) - 2)
                else if (!skip("null")) { good = 0; break }
                if (skip(blank "[}]" blank "$")) more = 0
                else if (!skip(blank "," blank)) good = 0
            }
            for (i = 1; good && i <= n; i++) print line[i]
            exit !good
        }' "$work/versions.json" >"$work/stated-all" || {
        say "versions.json: expected an object of texts, it is not read"
        return 0
    }
    while IFS=$tab read -r stated_word stated_text; do
        case $stated_word in
            qemu | librbd | libvirt | nova | oslo_config | glusterfs | kernel | distribution)
                printf '%s\t%s\n' "$stated_word" "$stated_text"
                ;;
            *) say "versions.json: unknown version $(shown "$stated_word")" ;;
        esac
    done <"$work/stated-all"
}

# The version of the package that owns a file of this host.
version_of_file() { # FILE
    if command -v dpkg-query >/dev/null; then
        owner_package=$(dpkg-query -S "$1" 2>/dev/null | sed -n '1s/: .*//p')
        [ -z "$owner_package" ] || dpkg-query -W -f='${Version}\n' "$owner_package" 2>/dev/null | sed -n 1p
    elif command -v rpm >/dev/null; then
        rpm -qf --queryformat '%{NAME}-%{VERSION}-%{RELEASE}\n' "$1" 2>/dev/null | sed -n '1{/ /!p;}'
    fi
}
