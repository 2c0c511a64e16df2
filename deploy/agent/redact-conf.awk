# Secrets in files of `key = value` lines, continuation lines joined, comments and lines that no grammar accepts included.
# A value stays only where its key is known as harmless, or where it is a number or a boolean and the key says nothing of
# a secret.

function conf(text, kind,    n, i, next_) {
    n = read_lines(text)
    for (i = 1; i <= n; i = next_) {
        next_ = i + 1
        if (kind == "ceph.conf")
            while (next_ <= n && LINE[next_ - 1] ~ /\\$/)
                next_++
        else if (LINE[i] ~ /^[^ \t[#;]/ && LINE[i] ~ /[=:]/)
            while (next_ <= n && LINE[next_] ~ /^[ \t]/ && !is_blank(LINE[next_]))
                next_++
        emit(logical_line(i, next_ - 1, kind, next_ <= n))
        emit(END_OF[next_ - 1])
    }
    return emitted()
}

function is_blank(s) {
    return s == "" || s !~ /[!-~]/ && leading(s) == length(s)
}

# Fills LINE and END_OF with the lines and the \n, \r\n or \r behind each; returns how many. A secret object in JSON may
# run over lines, so its stretches are kept beside them.
function read_lines(text,    row, part, rows, parts, i, j, n) {
    if (substr(text, 1, 3) == "\357\273\277") {
        emit("\357\273\277")
        text = substr(text, 4)
    }
    split("", DATA_MARK)
    linesAt = 0
    clear()
    if (hasData = is_json_object(text))
        find_json_data(text)
    for (i in MARK)
        DATA_MARK[i] = MARK[i]
    rows = split(text, row, "\n")
    for (i = 1; i <= rows; i++) {
        parts = index(row[i], "\r") ? split(row[i], part, "\r") : 1
        if (parts == 1)
            part[1] = row[i]
        for (j = 1; j < parts; j++) {
            LINE[++n] = part[j]
            END_OF[n] = "\r"
        }
        if (parts > 1 && part[parts] == "") {
            if (i < rows)
                END_OF[n] = "\r\n"
        } else if (i < rows || part[parts] != "") {
            LINE[++n] = part[parts]
            END_OF[n] = i < rows ? "\n" : ""
        }
    }
    return n + 0
}

function logical_line(first, last, kind, isInner,    i, piece) {
    T = LINE[first]
    for (i = first; i < last; i++) {
        piece = piece END_OF[i] LINE[i + 1]
        if (length(piece) > 2048) {
            T = T piece
            piece = ""
        }
    }
    T = T piece
    start_line(T, END_OF[last], isInner)
    mark_line(first, last, kind)
    return apply(T, T)
}

# Marks what a line, or several joined, holds by its looks. To be called for line after line.
function start_line(s, end, isInner,    from, to) {
    clear()
    find(s, isInner)
    if (hasData)
        for (from in DATA_MARK) {
            to = DATA_MARK[from] - linesAt
            from -= linesAt
            mark(from < 1 ? 1 : from, to > length(s) ? length(s) + 1 : to)
        }
    linesAt += length(s) + length(end)
}

function mark_line(first, last, kind,    start, c, end, separator, key) {
    match(LINE[first], /^[ \t]*/)
    start = RLENGTH + 1
    c = substr(T, start, 1)
    end = length(T) + 1
    if (start > length(LINE[first]) || c == "[")
        return
    if (c == "#" || c == ";") {
        mark_comment(start, end, kind)
    } else if (!match(T, /[=:]/)) {
        mark(start, end)
    } else {
        separator = RSTART
        key = substr(T, start, separator - start)
        if (!is_harmless(key, kind))
            mark_assigned(key, separator + 1, end, kind)
        else if (kind == "ceph.conf")
            mark_remark(separator + 1, end, kind)
        else
            mark_swallowed(first, last, kind)
    }
}

function mark_assigned(key, from, end, kind,    value) {
    value = substr(T, from, end - from)
    if (is_secret(key)) {
        mark(from, end)
        return
    }
    if (kind == "ceph.conf" && match(value, /[#;]/))
        value = substr(value, 1, RSTART - 1)
    if (is_harmless_value(unquoted(value)))
        mark_remark(from, end, kind)
    else
        mark(from, end)
}

function unquoted(value,    c) {
    value = strip(value)
    c = substr(value, 1, 1)
    if (length(value) > 1 && (c == "\"" || c == "'") && substr(value, length(value)) == c)
        return substr(value, 2, length(value) - 2)
    return value
}

# Lines that a harmless option swallowed are assignments of their own to whoever wrote them.
function mark_swallowed(first, last, kind,    i, end, content, lead) {
    end = length(LINE[first]) + 1
    for (i = first + 1; i <= last; i++) {
        end += length(END_OF[i - 1]) + length(LINE[i])
        content = LINE[i]
        lead = leading(content)
        if (!is_disk_type(content) && match_option(substr(content, lead + 1)) && !is_harmless(OPTION_KEY, kind))
            mark_assigned(OPTION_KEY, end - length(content) + lead + OPTION_END, end, kind)
    }
}

# Whether the line is one `type=mode` of disk_cachemodes: 10 and 12 letters at most.
function is_disk_type(line,    type, mode) {
    if (line !~ /^[ \t]*[A-Za-z]+=[a-z]+[ \t]*,?[ \t]*$/)
        return 0
    match(line, /[A-Za-z]+/)
    type = RLENGTH
    match(line, /=[a-z]+/)
    mode = RLENGTH - 1
    return type <= 10 && mode <= 12
}

# Whether the text begins as an option of at most seven words: then OPTION_KEY, OPTION_SIGN and OPTION_END, the length
# up to its sign.
function match_option(s,    word) {
    if (!match(s, /^[A-Za-z0-9_.-]+([ \t]+[A-Za-z0-9_.-]+)*[ \t]*[=:]/))
        return 0
    OPTION_END = RLENGTH
    OPTION_SIGN = substr(s, RLENGTH, 1)
    OPTION_KEY = strip(substr(s, 1, RLENGTH - 1))
    return split(OPTION_KEY, word, /[ \t]+/) <= 7
}

function mark_remark(from, end, kind) {
    if (match(substr(T, from, end - from), /[#;]/))
        mark_comment(from + RSTART - 1, end, kind)
}

# A commented assignment counts as one, a base64 text with its padding does not.
function mark_comment(start, end, kind,    text) {
    text = substr(T, start, end - start)
    match(text, /^[#; \t]*/)
    start += RLENGTH
    text = substr(text, RLENGTH + 1)
    if (!match_option(text) || OPTION_SIGN == ":" && !is_secret(OPTION_KEY))
        return
    if (strip(substr(text, OPTION_END + 1)) != "=" && !is_harmless(OPTION_KEY, kind))
        mark_assigned(OPTION_KEY, start + OPTION_END, end, kind)
}

# Every option is harmless but `username` and those whose names say otherwise.
function gluster(text,    n, i, key, separator) {
    n = read_lines(text)
    for (i = 1; i <= n; i++) {
        start_line(LINE[i], END_OF[i], i < n)
        separator = match(LINE[i], /[=:]/) ? RSTART : 0
        key = strip(substr(LINE[i], 1, separator - 1))
        if (separator && !index(key, " ") && (key == "username" || is_secret(key)))
            mark(separator + 1, length(LINE[i]) + 1)
        emit(apply(LINE[i], LINE[i]))
        emit(END_OF[i])
    }
    return emitted()
}
