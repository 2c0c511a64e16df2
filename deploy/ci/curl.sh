#!/bin/sh
# The gate of a running service, for a pipeline that has curl and nothing else. CACHE_AUDIT names the service, HOST the
# directory below hosts/. Every line of this file is run by our test.
set -eu
host=hosts/${HOST:?the directory below hosts}

# One part a document: its name is the kind, its file name the path on the host.
set -- -F 'gate={"fail_on": "high"}'
[ ! -r "$host/versions.json" ] || set -- "$@" -F "versions=<$host/versions.json"
for file in "$host"/etc/ceph/ceph.conf "$host"/etc/nova/nova.conf "$host"/etc/libvirt/qemu/*.xml; do
    case $file in
    *.xml) kind=libvirt-domain ;;
    *) kind=${file##*/} ;;
    esac
    [ ! -r "$file" ] || set -- "$@" -F "$kind=@$file;filename=${file#"$host"}"
done

# The answer is 200 whatever the verdict, which stands in a header; a refused request ends here with curl's own code.
curl -sS --fail-with-body -D gate.headers "$@" "$CACHE_AUDIT/api/v1/gate?format=text"
grep -qi '^audit-verdict: *fail' gate.headers && exit 1
grep -qi '^audit-verdict: *\(pass\|unknown\)' gate.headers
