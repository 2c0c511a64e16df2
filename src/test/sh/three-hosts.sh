#!/bin/sh
# Three agents in network name spaces of their own, through a restart of the service and an outage of the network.
#
#     sudo src/test/sh/three-hosts.sh [SECONDS OF OUTAGE, 600] [JAR]
#
# Ends with 0 when the service holds the newest state of all three hosts. Everything it makes, it takes away again.
set -eu
outage=${1:-600}
project=$(cd "$(dirname "$0")/../../.." && pwd)
jar=${2:-$project/target/quarkus-app/quarkus-run.jar}
work=$(mktemp -d)
prefix=ca$$
hosts='1 2 3'
timers=
service=

log() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*"; }

finish() {
    status=$?
    trap - EXIT INT TERM
    for process in $timers $service; do
        kill "$process" 2>/dev/null || :
    done
    # A run under way is a grandchild; nobody else has processes in these name spaces.
    for n in $hosts; do
        # shellcheck disable=SC2046 # numbers
        kill $(ip netns pids "$prefix-host$n" 2>/dev/null) 2>/dev/null || :
    done
    wait
    for n in $hosts; do
        ip netns del "$prefix-host$n" 2>/dev/null || :
    done
    ip netns del "$prefix-service" 2>/dev/null || :
    rm -rf "$work"
    exit "$status"
}
trap finish EXIT
trap 'exit 1' INT TERM

# The service has a name space too; each host is one wire away from it.
make_network() {
    ip netns add "$prefix-service"
    ip -n "$prefix-service" link set lo up
    for n in $hosts; do
        ip netns add "$prefix-host$n"
        ip link add "wire$n" netns "$prefix-service" type veth peer name eth0 netns "$prefix-host$n"
        ip -n "$prefix-service" addr add "10.213.$n.1/24" dev "wire$n"
        ip -n "$prefix-host$n" addr add "10.213.$n.2/24" dev eth0
        ip -n "$prefix-service" link set "wire$n" up
        ip -n "$prefix-host$n" link set eth0 up
    done
}

wires() { # up|down
    for n in $hosts; do
        ip -n "$prefix-service" link set "wire$n" "$1"
    done
}

start_service() {
    ip netns exec "$prefix-service" env HOME="$work" java -jar "$jar" serve --host 0.0.0.0 --port 8080 \
        --data "$work/data" >>"$work/service.log" 2>&1 &
    service=$!
    for _ in $(seq 120); do
        if ask /q/health/ready >/dev/null 2>&1; then
            log "the service is ready"
            return
        fi
        sleep 1
    done
    cat "$work/service.log"
    exit 1
}

stop_service() {
    kill "$service"
    wait "$service" || :
    service=
    log "the service is stopped"
}

ask() { # PATH
    ip netns exec "$prefix-service" curl -sSf "http://127.0.0.1:8080$1"
}

make_host() { # N
    cp -R "$project/deploy/sample-host" "$work/host$1"
    echo "host-$1" >"$work/host$1/etc/hostname"
    state "$1" first
}

# A state of a host is a comment in its ceph.conf: it changes the digest and nothing else.
state() { # N WORD
    cp "$project/deploy/sample-host/etc/ceph/ceph.conf" "$work/host$1/etc/ceph/ceph.new"
    printf '# state %s of host %s\n' "$2" "$1" >>"$work/host$1/etc/ceph/ceph.new"
    mv "$work/host$1/etc/ceph/ceph.new" "$work/host$1/etc/ceph/ceph.conf"
    log "host-$1 is in state $2"
}

# What systemd's timer does, more often.
timer() { # N
    while :; do
        ip netns exec "$prefix-host$1" "$project/deploy/agent/cache-audit-agent" --server "http://10.213.$1.1:8080" \
            --root "$work/host$1" --state "$work/state$1" --interval 60 --retry-for 45 --retry-wait 15 2>&1 |
            while IFS= read -r line; do log "host-$1: $line"; done
        sleep 10 &
        wait $!
    done
}

digest_in() { sed -n 's/.*"digest" *: *"\(sha256:[0-9a-f]*\)".*/\1/p' | head -n 1; }

# The digest the command line works out from the files alone.
digest_of() { # N
    java -jar "$jar" audit --format json "$work/host$1" 2>/dev/null | tr ',' '\n' | digest_in
}

stored() { # N
    ask "/api/v1/hosts/host-$1" 2>/dev/null | tr ',' '\n' | digest_in
}

await_newest() {
    begun=$(date +%s)
    for n in $hosts; do
        newest=$(digest_of "$n")
        until [ "$(stored "$n")" = "$newest" ]; do
            if [ $(($(date +%s) - begun)) -gt 300 ]; then
                log "FAILED: host-$n is $(stored "$n"), its newest state is $newest"
                exit 1
            fi
            sleep 1
        done
        log "the service holds the newest state of host-$n, $newest"
    done
    log "all three, $(($(date +%s) - begun)) seconds after the question"
}

make_network
start_service
for n in $hosts; do
    make_host "$n"
    timer "$n" &
    timers="$timers $!"
done
await_newest

log "== restart of the service, with a change while it is down"
stop_service
state 1 second
sleep 5
start_service
await_newest

log "== outage of $outage seconds, with two changes of each host"
wires down
for word in third fourth; do
    sleep $((outage / 2))
    for n in $hosts; do
        state "$n" "$word"
    done
done
log "the hosts last seen before the outage ends:"
ask /api/v1/hosts | tr ',{' '\n' | grep -e '"host"' -e '"last_seen"'
wires up
log "the outage is over"
await_newest
log "PASSED"
