# The ceph.conf files that librados would look at in a guest's process, and those that somebody names.

collect_ceph() {
    : >"$work/ceph-paths"
    view=
    ceph_speak=absent
    if [ -n "$root" ]; then
        [ "$whole" = yes ] || ceph_speak=-
    else
        ceph_view
        ceph_paths_of_guests
        ceph_paths_of_nova
    fi
    add_file ceph.conf "$ceph_speak" /etc/ceph/ceph.conf
    each_file /etc/ceph '*.conf' ceph_path -
    sort -u "$work/ceph-paths" >"$work/ceph-order"
    while IFS=$tab read -r ceph_path ceph_word; do
        add_file ceph.conf "$ceph_word" "$ceph_path"
    done <"$work/ceph-order"
    view=
    [ -n "$root" ] || ceph_beside_guests
}

ceph_path() { # absent|- PATH
    case $2 in
        /etc/ceph/ceph.conf) ;;
        /etc/ceph/*.conf) printf '%s\t-\n' "$2" >>"$work/ceph-paths" ;;
        /*"$tab"* | /*"
"* | /*'$'*) say "$(shown "$2"): its name cannot be sent, it is left out" ;;
        /*) printf '%s\t%s\n' "$2" "$1" >>"$work/ceph-paths" ;;
    esac
}

# A guest in a container of its own root reads the files of that root.
ceph_view() {
    while read -r ceph_pid; do
        if [ -d "/proc/$ceph_pid/root/etc" ]; then
            view=/proc/$ceph_pid/root
            return
        fi
    done <"$work/guests"
}

# CEPH_CONF, conf= of a drive, and the place below HOME.
ceph_paths_of_guests() {
    while read -r ceph_pid; do
        environment_of "/proc/$ceph_pid" >"$work/ceph-environment"
        sed -n 's/^CEPH_CONF=//p' "$work/ceph-environment" | tr ',;' '\012\012' >"$work/ceph-named"
        sed -n 's|^HOME=\(/.*\)|\1/.ceph/ceph.conf|p' "$work/ceph-environment" >>"$work/ceph-named"
        arguments_of "/proc/$ceph_pid" | tr ':,{}' '\012\012\012\012' |
            sed -n 's/^conf=\(.*[^\\]\)$/\1/p; s/^"conf" *//p' | sed 's/^"\(.*\)"$/\1/' >>"$work/ceph-named"
        while IFS= read -r ceph_named; do
            ceph_path absent "$ceph_named"
        done <"$work/ceph-named"
    done <"$work/guests"
}

ceph_paths_of_nova() {
    sed -n 's/^\(libvirt_\)*\(images_\)*rbd_ceph_conf[[:space:]]*[=:][[:space:]]*\([^[:space:]]*\)[[:space:]]*$/\3/p' \
        "$work"/nova.conf.all 2>/dev/null >"$work/ceph-named"
    while IFS= read -r ceph_named; do
        ceph_path absent "$ceph_named"
    done <"$work/ceph-named"
}

# The last place of the search is the working directory: one document speaks for all guests, so they must agree.
ceph_beside_guests() {
    ceph_directories=$(while read -r ceph_pid; do
        link_target "/proc/$ceph_pid/cwd" && echo
    done <"$work/guests" | sort -u)
    case $ceph_directories in
        *"
"*)
            say "guests run in different directories: ./ceph.conf is left unspoken of"
            return
            ;;
        /*) ;;
        *) return ;;
    esac
    ceph_pid=$(head -n 1 "$work/guests")
    # The link of the kernel leads into the guest's own root.
    located=/proc/$ceph_pid/cwd/ceph.conf
    if [ -e "$located" ]; then
        add_located ceph.conf ./ceph.conf
    elif [ -x "/proc/$ceph_pid/cwd" ]; then
        add_line ceph.conf absent - - ./ceph.conf
    fi
}
