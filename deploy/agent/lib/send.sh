# The service is told what it knows already by its digest; documents go only where they changed or are asked for.
#
# Kept below $state: accepted.body and accepted.digest, the last set the service took and its own digest of it, and
# pending.body, the newest set it did not take yet.

send_until_accepted() {
    send_end=$(($(date +%s) + retry_for))
    send_pause=1
    collected_at=
    while :; do
        # After a long pause the host may look different, and only its newest state counts.
        if [ -z "$collected_at" ] || [ $(($(date +%s) - collected_at)) -ge 60 ]; then
            collect_body
            keep_pending
        fi
        send_once && exit 0
        send_wait=$((send_pause / 2 + $(random $((send_pause / 2 + 1))) + 1))
        [ "$asked_wait" -le "$send_wait" ] || send_wait=$asked_wait
        send_left=$((send_end - $(date +%s)))
        if [ "$send_left" -le 0 ] || [ "$asked_wait" -gt "$send_left" ]; then
            die 3 "$send_fault: given up, the set is kept in $state"
        fi
        [ "$send_wait" -le "$send_left" ] || send_wait=$send_left
        say "$send_fault: next try in $send_wait seconds"
        pause "$send_wait"
        send_pause=$((send_pause * 2))
        [ "$send_pause" -le "$retry_wait" ] || send_pause=$retry_wait
    done
}

keep_pending() {
    cp "$work/body" "$state/pending.new" && mv "$state/pending.new" "$state/pending.body" ||
        die 4 "$state: cannot be written"
}

# True where the service has this set; false where it is worth another try.
send_once() {
    asked_wait=0
    if [ -s "$state/accepted.digest" ] && cmp -s "$work/body" "$state/accepted.body"; then
        printf '{"digest": "%s"}' "$(cat "$state/accepted.digest")" >"$work/heartbeat"
        request POST heartbeat "$work/heartbeat" application/json
        case $answered in
            204)
                rm -f -- "$state/pending.body"
                echo "nothing changed, the service was told"
                return
                ;;
            404 | 405 | 412) ;;
            *)
                check_answer
                return 1
                ;;
        esac
    fi
    gzip -c <"$work/body" >"$work/body.gz" || die 4 "gzip failed, nothing is sent"
    request PUT documents "$work/body.gz" "multipart/form-data; boundary=$(cat "$work/boundary")" gzip
    case $answered in
        200 | 201) accept ;;
        *)
            check_answer
            return 1
            ;;
    esac
}

# The digest goes first and comes last: one that does not belong to its body would hide a change.
accept() {
    rm -f -- "$state/accepted.digest"
    mv "$state/pending.body" "$state/accepted.body" || die 4 "$state: cannot be written"
    accept_digest=$(answer_text digest)
    case $accept_digest in
        sha256:*[!0-9a-f]* | '') say "the service named no digest: the next run sends everything again" ;;
        sha256:*)
            printf '%s\n' "$accept_digest" >"$state/accepted.new" && mv "$state/accepted.new" "$state/accepted.digest"
            ;;
    esac
    echo "sent $number documents, verdict $(answer_text verdict), digest $accept_digest"
}

answer_text() { # MEMBER
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$work/answer" | sed -n 1p | tr -d '[:cntrl:]'
}

# Ends the run on an answer that another try cannot change.
check_answer() {
    case $answered in
        000) send_fault="$server: $(head -n 1 "$work/curl.log" | cut -c 1-300)" ;;
        408 | 429 | 5??)
            send_fault="$server answered $answered"
            asked_wait=$(tr -d '\r' <"$work/answer.head" | sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]\{1,6\}\)$/\1/p' | tail -n 1)
            asked_wait=${asked_wait:-0}
            ;;
        *) die 1 "$server answered $answered: $(tr -c '\040-\176' ' ' <"$work/answer" | cut -c 1-2000)" ;;
    esac
}

# Sets answered to the status, 000 where there is none. Nothing secret stands on curl's command line.
request() { # METHOD CALL FILE TYPE [ENCODING]
    {
        curl_option request "$1"
        curl_option url "$server/api/v1/hosts/$host/$2"
        curl_option data-binary "@$3"
        curl_option header "Content-Type: $4"
        curl_option header "Expect:"
        curl_option user-agent "cache-audit-agent/$agent_version"
        [ -z "${5-}" ] || curl_option header "Content-Encoding: $5"
        [ -z "$token_file" ] || curl_option header "Authorization: Bearer $(sed -n 1p "$token_file")"
        [ -z "$ca_file" ] || curl_option cacert "$ca_file"
        curl_option output "$work/answer"
        curl_option dump-header "$work/answer.head"
        curl_option write-out '%{http_code}'
        curl_option proto '=http,https'
        curl_option connect-timeout 10
        # An audit of many guests takes its time, a heartbeat does not.
        [ "$1" = POST ] && curl_option max-time 30 || curl_option max-time 300
        echo silent
        echo show-error
    } >"$work/curl.conf"
    : >"$work/answer"
    : >"$work/answer.head"
    answered=$(curl -q --config "$work/curl.conf" 2>"$work/curl.log")
    request_code=$?
    case $request_code in
        0) ;;
        1 | 2 | 3 | 4 | 26 | 27 | 43 | 51 | 53 | 54 | 58 | 59 | 60 | 66 | 77 | 82 | 83 | 90 | 91 | 126 | 127)
            die 1 "$(head -n 1 "$work/curl.log" | cut -c 1-300)"
            ;;
        *) answered=000 ;;
    esac
}

curl_option() { # NAME VALUE
    printf '%s = "%s"\n' "$1" "$(printf '%s' "$2" | sed 's/["\\]/\\&/g')"
}
