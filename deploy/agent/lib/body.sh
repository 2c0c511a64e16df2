# The documents as multipart/form-data, written so that equal documents give equal bytes.

# The first boundary that stands nowhere in the documents.
write_boundary() {
    body_files=$(awk -F '\t' '$2 == "present" { print $5 }' "$work/index")
    body_try=1
    body_boundary=cache-audit-boundary-1
    while contains_boundary; do
        body_try=$((body_try + 1))
        body_boundary=cache-audit-boundary-$body_try
    done
    printf '%s\n' "$body_boundary" >"$work/boundary"
}

contains_boundary() {
    for body_file in $body_files; do
        ! grep -F -q -e "$body_boundary" "$work/$body_file" || return 0
    done
    return 1
}

write_body() {
    write_boundary
    {
        while IFS=$tab read -r body_kind body_presence _ _ body_file body_path; do
            [ "$body_presence" = present ] || continue
            part_head "$body_kind\"; filename=\"$(escaped_path "$body_path")" application/octet-stream
            cat "$work/$body_file" || die 4 "$work cannot be read"
            printf '\r\n'
        done <"$work/index"
        part_head versions application/json
        awk -F '\t' 'BEGIN { printf "{" } { printf "%s\"%s\": \"%s\"", (NR > 1 ? ", " : ""), $1, $2 } END { printf "}" }' \
            "$work/versions" || die 4 "the versions cannot be written"
        printf '\r\n'
        part_head manifest application/json
        manifest || die 4 "the manifest cannot be written"
        printf '\r\n--%s--\r\n' "$body_boundary"
    } >"$work/body" || die 4 "$work: cannot be written"
}

part_head() { # NAME TYPE
    printf '%s%s\r\nContent-Disposition: form-data; name="%s"\r\nContent-Type: %s\r\n\r\n' \
        -- "$body_boundary" "$1" "$2"
}

escaped_path() { # PATH
    case $1 in
        *[\"\\]*) printf '%s' "$1" | sed 's/["\\]/\\&/g' ;;
        *) printf '%s' "$1" ;;
    esac
}

manifest() {
    awk -F '\t' '
        function text(s) { gsub(/["\\]/, "\\\\&", s); return "\"" s "\"" }
        BEGIN { printf "[" }
        {
            printf "%s{\"path\": %s, \"presence\": \"%s\"", (NR > 1 ? ",\n" : ""), text($6), $2
            if ($3 != "-") printf ", \"mode\": \"%s\"", $3
            if ($4 != "-") printf ", \"owner\": %s", text($4)
            printf "}"
        }
        END { printf "]" }' "$work/index"
}
