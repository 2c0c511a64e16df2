# Secrets by their looks, whatever text they stand in: URLs with a password, `password=`, CephX keys.
# Expressions are literals, since busybox and gawk compile others again and again; [ \t-\r] is Java's \s.

# The text with its secrets masked, no grammar known.
function looks(text) {
    clear()
    find(text)
    return apply(text, text)
}

# Marks the secrets of a text; of an inner one when more lines follow it in the document.
function find(text, isInner,    line, n, i, at) {
    n = split(text, line, "\n")
    at = 1
    for (i = 1; i <= n; i++) {
        if (line[i] ~ /[=:]|AQ|--|crypt/)
            find_in_line(line[i], at, !isInner && (i == n || i == n - 1 && line[n] == ""))
        at += length(line[i]) + 1
    }
    if (is_json_object(text))
        find_json_data(text)
}

function find_in_line(s, at, last) {
    if (index(s, "AQ"))
        find_cephx(s, at)
    if (index(s, "--"))
        find_options(s, at)
    if (index(s, "crypt "))
        find_crypt(s, at, last)
    if (s ~ /[=:]/) {
        S = s
        find_assigned(at)
    }
    if (index(s, "secret") && index(s, "data="))
        find_objects(s, at)
}

function find_cephx(s, at,    from) {
    while (match(s, /(^|[^A-Za-z0-9])AQ[A-Za-z0-9+\057]+/)) {
        from = RSTART + (substr(s, RSTART, 2) != "AQ")
        if (RSTART + RLENGTH - from >= 32)
            mark(at + from - 1, at + RSTART + RLENGTH - 1)
        at += RSTART + RLENGTH - 1
        s = substr(s, RSTART + RLENGTH)
    }
}

function find_options(s, at,    start, end) {
    while (match(s, /--(key|password|passwd|secret|token)[ \t]+[^- \t-\r][^ \t-\r]*/)) {
        start = RSTART
        end = RSTART + RLENGTH
        match(substr(s, start, end - start), /[ \t]+/)
        mark(at + start + RSTART + RLENGTH - 2, at + end - 1)
        at += end - 1
        s = substr(s, end)
    }
}

# The key of a dm-crypt table, unless it is all zeros as dmsetup shows it.
function find_crypt(s, at, last,    p, space, key, behind) {
    while ((p = index(s, "crypt ")) > 0) {
        key = ""
        behind = substr(s, p + 6)
        if ((p == 1 || substr(s, p - 1, 1) !~ /[A-Za-z0-9_]/) && match(behind, /^[^ \t-\r]+ [0-9A-Fa-f]+/)) {
            space = index(behind, " ")
            key = substr(behind, space + 1, RLENGTH - space)
            behind = substr(behind, RLENGTH + 1)
            if (length(key) > 15 && !(key ~ /^0+$/ && (behind ~ /^ / || last && behind ~ /^\r?$/)))
                mark(at + p + 5 + space, at + p + 5 + space + length(key))
            else
                key = ""
        }
        p += 5 + (key == "" ? 0 : space + length(key))
        at += p
        s = substr(s, p + 1)
    }
}

# What stands behind each `=` and `:` of S: the value of a secret name, or the password of a URL. S is no parameter, since
# busybox copies those.
function find_assigned(at,    word, words, part, n, i, j, c, position, before, behind) {
    bareEnd[0] = bareEnd[1] = urlEnd = 0
    words = split(S, word, "=")
    for (i = 1; i <= words; i++) {
        n = split(word[i], part, ":")
        if (n == 0)
            part[n = 1] = ""
        for (j = 1; j < n; j++) {
            position += length(part[j]) + 1
            behind = part[j + 1]
            if (behind ~ /^\/\// && position > urlEnd && is_scheme(part[j]))
                find_password(position + 3, at)
            if (behind ~ /^[ \t"']/)
                find_value(part[j], position, behind, before, at)
            before = ":"
        }
        if (i < words) {
            position += length(part[n]) + 1
            behind = word[i + 1]
            j = index(behind, ":")
            find_value(part[n], position, j ? substr(behind, 1, j - 1) : behind, before, at)
            before = "="
        }
    }
}

function is_scheme(s) {
    if (length(s) > 31)
        s = substr(s, length(s) - 30)
    return s ~ /[A-Za-z][A-Za-z0-9+.-]*$/
}

# Everything from the first colon (iscsi: percent sign) to the last at sign, unless it is a port and a path.
function find_password(from, at,    s, size, part, n, separator) {
    size = 128
    while (match(substr(S, from, size), /^[^"'<> \t-\r]+/) && RLENGTH == size)
        size *= 8
    if (RLENGTH < 1)
        return
    urlEnd = from + RLENGTH
    s = substr(S, from, RLENGTH)
    n = split(s, part, "@")
    if (n < 2 || !match(s, /[:%?@\057]/))
        return
    separator = RSTART
    if (substr(s, separator, 1) ~ /[:%]/ && substr(s, separator + 1, 64) !~ /^[0-9]+[?\057]/)
        mark(at + from + separator - 1, at + from + length(s) - length(part[n]) - 2)
}

# Marks what is behind the separator at this position if the text before it ends in a secret name.
function find_value(name, position, behind, before, at,    n, isCut, rbd) {
    n = length(name)
    isCut = n > 256
    if (isCut)
        name = substr(name, n - 255)
    if (isCut && name ~ /^([A-Za-z0-9_.-]+)?["']?[ \t]*$/)
        mark_value(position, behind, 0, at)
    else if (match(name, /[A-Za-z0-9_.-]+["']?[ \t]*$/)) {
        rbd = (RSTART > 1 ? substr(name, RSTART - 1, 1) : before) == ":"
        name = substr(name, RSTART)
        match(name, /^[A-Za-z0-9_.-]+/)
        if (is_secret(substr(name, 1, RLENGTH)))
            mark_value(position, behind, rbd, at)
    }
}

# A value that starts inside an earlier one ends where that one does.
function mark_value(position, behind, rbd, at,    from, quote, n) {
    match(behind, /^[ \t]*/)
    from = position + RLENGTH + 1
    quote = substr(behind, RLENGTH + 1, 1)
    if (quote == "\"" || quote == "'") {
        n = value_length(from + 1, quote)
        mark(at + from, at + from + n)
    } else if (from >= bareEnd[rbd]) {
        n = value_length(from, rbd ? ":" : "")
        bareEnd[rbd] = from + n
        mark(at + from - 1, at + from + n - 1)
    }
}

function value_length(from, stop,    size, piece, n) {
    size = 128
    do {
        size *= 8
        piece = substr(S, from, size)
        if (stop == "\"")
            match(piece, /^[^\\\r\n"]*(\\[^\r\n][^\\\r\n"]*)*/)
        else if (stop == "'")
            match(piece, /^[^\\\r\n']*(\\[^\r\n][^\\\r\n']*)*/)
        else if (stop == ":")
            match(piece, /^[^\034-\037,<>\\: \t-\r]*(\\[^\r\n][^\034-\037,<>\\: \t-\r]*)*/)
        else
            match(piece, /^[^\034-\037,<>\\ \t-\r]*(\\[^\r\n][^\034-\037,<>\\ \t-\r]*)*/)
        n = RLENGTH
    } while (n >= size - 1)
    piece = substr(piece, 1, n)
    if (stop !~ /["']/ && match(piece, /\341\232\200|\342\200[\200-\206\210-\212\250\251]|\342\201\237|\343\200\200/))
        if (RSTART == 1 || substr(piece, RSTART - 1, 1) != "\\")
            n = RSTART - 1
    return n
}

function find_objects(s, at,    start, end, object, offset) {
    while (match(s, /(^|[^A-Za-z0-9_-])secret(_keyring)?,[^ \t-\r]*/)) {
        start = RSTART
        end = RSTART + RLENGTH
        object = substr(s, start, end - start)
        offset = at + start - 1
        while (match(object, /[^A-Za-z0-9_-]data=/)) {
            offset += RSTART + RLENGTH - 1
            object = substr(object, RSTART + RLENGTH)
            if (match(object, /^(,,|[^,"' \t-\r])+/))
                mark(offset, offset + RLENGTH)
        }
        at += end - 1
        s = substr(s, end)
    }
}

function is_json_object(text) {
    return index(text, "\"qom-type\"") && text ~ /"qom-type"[ \t-\r]*:[ \t-\r]*"secret"/
}

function find_json_data(s,    at) {
    at = 1
    while (match(s, /"data"[ \t-\r]*:[ \t-\r]*"/)) {
        at += RSTART + RLENGTH - 1
        s = substr(s, RSTART + RLENGTH)
        match(s, /^[^"\\]*(\\[^\r\n][^"\\]*)*/)
        mark(at, at + RLENGTH)
        at += RLENGTH
        s = substr(s, RLENGTH + 1)
    }
}
