# Secrets by their looks, whatever text they stand in: URLs with a password, `password=`, CephX keys.

function init_looks(    blank, word) {
    SPACE = " \t-\r"
    WORD_CHAR = "[^" SPACE "]"
    NAME = "[A-Za-z0-9_.-]+"
    LAST_NAME = NAME "[\"']?[ \t]*$"
    LAST_CUT = "^(" NAME ")?[\"']?[ \t]*$"
    LONGEST_NAME = 256
    OPTION = "--(key|password|passwd|secret|token)[ \t]+[^-" SPACE "]" WORD_CHAR "*"
    CRYPT = "^" WORD_CHAR "+ [0-9A-Fa-f]+"
    URL_REST = "^[^\"'<>" SPACE "]+"
    OBJECT = "(^|[^A-Za-z0-9_-])secret(_keyring)?," WORD_CHAR "*"
    OBJECT_DATA = "[^A-Za-z0-9_-]data="
    OBJECT_VALUE = "^(,,|[^,\"'" SPACE "])+"
    JSON_OBJECT = "\"qom-type\"[" SPACE "]*:[" SPACE "]*\"secret\""
    JSON_DATA = "\"data\"[" SPACE "]*:[" SPACE "]*\""
    JSON_VALUE = "^[^\"\\\\]*(\\\\[^\r\n][^\"\\\\]*)*"
    BARE_VALUE = bare_value("")
    RBD_VALUE = bare_value(":")
    QUOTED_VALUE["\""] = quoted_value("\"")
    QUOTED_VALUE["'"] = quoted_value("'")
}

function bare_value(stop,    part) {
    part = "[^\034-\037,<>\\\\" stop SPACE "]*"
    return "^" part "(\\\\[^\r\n]" part ")*"
}

function quoted_value(quote,    part) {
    part = "[^\\\\\r\n" quote "]*"
    return "^" part "(\\\\[^\r\n]" part ")*"
}

# The text with its secrets masked, no grammar known.
function looks(text) {
    clear()
    find(text)
    return apply(text, text)
}

# Marks the secrets of a text.
function find(text,    line, n, i, at) {
    n = split(text, line, "\n")
    at = 1
    for (i = 1; i <= n; i++) {
        if (line[i] ~ /[=:]|AQ|--|crypt/)
            find_in_line(line[i], at, i == n || i == n - 1 && line[n] == "")
        at += length(line[i]) + 1
    }
    if (index(text, "\"qom-type\""))
        find_json_objects(text)
}

function find_in_line(s, at, last) {
    if (index(s, "AQ"))
        find_cephx(s, at)
    if (index(s, "--"))
        find_options(s, at)
    if (index(s, "crypt "))
        find_crypt(s, at, last)
    if (index(s, "://"))
        find_urls(s, at)
    if (s ~ /[=:]/)
        find_named(s, at)
    if (index(s, "secret") && index(s, "data="))
        find_objects(s, at)
}

function find_cephx(s, at,    from) {
    while (match(s, /(^|[^A-Za-z0-9])AQ[A-Za-z0-9+\/]+/)) {
        from = RSTART + (substr(s, RSTART, 2) != "AQ")
        if (RSTART + RLENGTH - from >= 32)
            mark(at + from - 1, at + RSTART + RLENGTH - 1)
        at += RSTART + RLENGTH - 1
        s = substr(s, RSTART + RLENGTH)
    }
}

function find_options(s, at,    start, end) {
    while (match(s, OPTION)) {
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
        if ((p == 1 || substr(s, p - 1, 1) !~ /[A-Za-z0-9_]/) && match(behind, CRYPT)) {
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

function find_urls(s, at,    p, from, rest, end) {
    while ((p = index(s, "://")) > 0) {
        from = p > 31 ? p - 31 : 1
        rest = substr(s, p + 3)
        end = p + 2
        if (substr(s, from, p - from) ~ /[A-Za-z][A-Za-z0-9+.-]*$/ && match(rest, URL_REST)) {
            end += RLENGTH
            mark_password(substr(rest, 1, RLENGTH), at + p + 2)
        }
        at += end
        s = substr(s, end + 1)
    }
}

# Everything from the first colon (iscsi: percent sign) to the last at sign, unless it is a port and a path.
function mark_password(s, at,    part, n, separator) {
    n = split(s, part, "@")
    if (n < 2 || !match(s, /[:%\/?@]/))
        return
    separator = RSTART
    if (substr(s, separator, 1) !~ /[:%]/ || substr(s, separator + 1) ~ /^[0-9]+[\/?]/)
        return
    mark(at + separator, at + length(s) - length(part[n]) - 1)
}

# Values behind a secret name and `=`, or `:` and a blank or quote. A name that is cut off counts as secret.
function find_named(s, at,    part, n, i, separator, c, before, name, start, isCut, rbd) {
    n = split(s, part, /[=:]/)
    bareEnd[0] = bareEnd[1] = separator = 0
    for (i = 1; i < n; i++) {
        before = c
        start = separator + 1
        separator += length(part[i]) + 1
        c = substr(s, separator, 1)
        if (c == ":" && part[i + 1] !~ /^[ \t"']/)
            continue
        isCut = length(part[i]) > LONGEST_NAME
        name = isCut ? substr(part[i], length(part[i]) - LONGEST_NAME + 1) : part[i]
        if (isCut && name ~ LAST_CUT)
            mark_value(s, separator, part[i + 1], 0, at)
        else if (match(name, LAST_NAME)) {
            rbd = (RSTART > 1 ? substr(name, RSTART - 1, 1) : before) == ":"
            name = substr(name, RSTART)
            match(name, /^[A-Za-z0-9_.-]+/)
            if (is_secret(substr(name, 1, RLENGTH)))
                mark_value(s, separator, part[i + 1], rbd, at)
        }
    }
}

# Marks the value behind the separator; one that starts inside an earlier value ends where that one does.
function mark_value(s, separator, behind, rbd, at,    from, quote, value, n) {
    match(behind, /^[ \t]*/)
    from = separator + RLENGTH + 1
    quote = substr(s, from, 1)
    if (quote in QUOTED_VALUE) {
        match(substr(s, from + 1), QUOTED_VALUE[quote])
        mark(at + from, at + from + RLENGTH)
    } else if (from >= bareEnd[rbd]) {
        value = substr(s, from)
        match(value, rbd ? RBD_VALUE : BARE_VALUE)
        n = RLENGTH
        value = substr(value, 1, n)
        if (match(value, WIDE_SPACE) && (RSTART == 1 || substr(value, RSTART - 1, 1) != "\\"))
            n = RSTART - 1
        bareEnd[rbd] = from + n
        mark(at + from - 1, at + from + n - 1)
    }
}

function find_objects(s, at,    start, end, object, offset) {
    while (match(s, OBJECT)) {
        start = RSTART
        end = RSTART + RLENGTH
        object = substr(s, start, end - start)
        offset = at + start - 1
        while (match(object, OBJECT_DATA)) {
            offset += RSTART + RLENGTH - 1
            object = substr(object, RSTART + RLENGTH)
            if (match(object, OBJECT_VALUE))
                mark(offset, offset + RLENGTH)
        }
        at += end - 1
        s = substr(s, end)
    }
}

function find_json_objects(s,    at) {
    if (s !~ JSON_OBJECT)
        return
    at = 1
    while (match(s, JSON_DATA)) {
        at += RSTART + RLENGTH - 1
        s = substr(s, RSTART + RLENGTH)
        match(s, JSON_VALUE)
        mark(at, at + RLENGTH)
        at += RLENGTH
        s = substr(s, RLENGTH + 1)
    }
}
