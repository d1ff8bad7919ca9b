# Named steps with a summary at the end. To be sourced.

summary=
failed=0
asides=

# step NAME COMMAND…: run the command; a failure is remembered and the next step runs all the same.
step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    began=$(date +%s)
    if "$@"; then word=passed; else word=FAILED failed=1; fi
    note "$word" "$name ($(($(date +%s) - began)) s)"
}

# aside NAME COMMAND…: a step beside those that follow, on another processor; what it said comes at the end.
aside() {
    said=$(mktemp)
    asides="$asides $said"
    echo "$1" >"$said.name"
    shift
    {
        began=$(date +%s)
        code=0
        "$@" >"$said" 2>&1 || code=$?
        echo "$code $(($(date +%s) - began))" >"$said.end"
    } &
}

# note WORD SENTENCE: a line of the summary.
note() {
    summary="$summary  $(printf '%-8s' "$1") $2
"
}

# finish: print the summary and exit, with 1 when a step failed.
finish() {
    wait
    for said in $asides; do
        read -r code seconds <"$said.end"
        name=$(cat "$said.name")
        printf '\n== %s\n' "$name"
        cat "$said"
        word=passed
        [ "$code" = 0 ] || word=FAILED failed=1
        note "$word" "$name ($seconds s)"
        rm "$said" "$said.name" "$said.end"
    done
    printf '\n%s' "$summary"
    exit $failed
}
