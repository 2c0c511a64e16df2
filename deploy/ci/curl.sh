#!/bin/sh
# The gate of a running service, for a pipeline that has curl and nothing else. CACHE_AUDIT names the service, HOST the
# directory below hosts/. Exit codes are those of the command line: 0 PASS or UNKNOWN, 1 FAIL, 2 something cannot be read
# or sent. It sends the files named below; a host that is told by more than them needs the program. Our test runs
# it; not run there: the refusal of a file that cannot be read.
set -eu
host=hosts/${HOST:?the directory below hosts}
[ -d "$host/etc" ] || { echo "there is no $host/etc" >&2; exit 2; }

# One part a document: its name is the kind, its file name the path on the host; nova.conf files in reading order.
set -- -F 'gate={"fail_on": "high"}'
[ ! -e "$host/versions.json" ] || set -- "$@" -F "versions=<$host/versions.json"
add() { # KIND FILE…
    kind=$1
    shift
    for file; do
        [ -e "$file" ] || continue
        [ -r "$file" ] || { echo "$file cannot be read" >&2; exit 2; }
        parts="$parts
$kind=@$file;filename=${file#"$host"}"
    done
}
parts=
add ceph.conf "$host"/etc/ceph/*.conf
add nova.conf "$host/etc/nova/nova.conf" "$host/etc/nova/nova-compute.conf" \
    "$host"/etc/nova/nova.conf.d/*.conf "$host"/etc/nova/nova-compute.conf.d/*.conf
add libvirt-domain "$host"/etc/libvirt/qemu/*.xml "$host"/run/libvirt/qemu/*.xml
add host-facts "$host/host-facts.json"
IFS='
'
for part in $parts; do
    set -- "$@" -F "$part"
done

# The answer is 200 whatever the verdict, which stands in a header.
curl -sS --fail-with-body -D gate.headers "$@" "$CACHE_AUDIT/api/v1/gate?format=text" || exit 2
if grep -qi '^audit-verdict: *fail' gate.headers; then exit 1; fi
grep -qi '^audit-verdict: *\(pass\|unknown\)' gate.headers || exit 2
