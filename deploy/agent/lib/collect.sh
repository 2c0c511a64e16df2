# One whole set, from the host to a body.

collect_body() {
    rm -f -- "$work/failed"
    whole=no
    if [ -n "$root" ] && has_directory /etc && ! has_directory /sos_commands; then
        whole=yes
    fi
    begin_documents
    collect_nova
    find_guests
    collect_ceph
    collect_domains
    collect_volumes
    collect_storage
    collect_facts
    collect_overrides
    collect_processes
    collect_versions
    mask_documents
    write_body
    [ ! -e "$work/failed" ] || exit "$(cat "$work/failed")"
    collected_at=$(date +%s)
}

collect_overrides() {
    [ -z "$root" ] || first_of ceph-overrides ceph-overrides.json || :
}
