# Named steps with a summary at the end. To be sourced.

summary=
failed=0

# step NAME COMMAND…: run the command; a failure is remembered and the next step runs all the same.
step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    began=$(date +%s)
    if "$@"; then word=passed; else word=FAILED failed=1; fi
    note "$word" "$name ($(($(date +%s) - began)) s)"
}

# note WORD SENTENCE: a line of the summary.
note() {
    summary="$summary  $(printf '%-8s' "$1") $2
"
}

# finish: print the summary and exit, with 1 when a step failed.
finish() {
    printf '\n%s' "$summary"
    exit $failed
}
