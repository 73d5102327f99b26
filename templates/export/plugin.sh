# perf LABEL VALUE UNIT: a number for the performance data
perf() {
  case $3 in
    ms) [ -z "$2" ] || _perf="$_perf $1=$(awk 'BEGIN { printf "%.3f", ARGV[1] / 1000 }' "$2")s;;;;" ;;
    *) [ -z "$2" ] || _perf="$_perf $1=$2$3;;;;" ;;
  esac
}

# answer SEVERITY: the one line of a plugin, and its exit code
answer() {
  case $_outcome in
    pass | waived) _word=OK && _code=0 ;;
    warn) _word=WARNING && _code=1 ;;
    fail) if [ "$1" = required ]; then _word=CRITICAL && _code=2; else _word=WARNING && _code=1; fi ;;
    *) _word=UNKNOWN && _code=3 ;;
  esac
  _line=$(printf '%s' "${_message:-${_told:-as expected}}" | tr '|' '/')
  [ -z "$_perf" ] || _perf=" |$_perf"
  case $_line in "$_word"*) ;; *) _line="$_word - $_line" ;; esac
  printf '%s%s\n' "$_line" "$_perf"
  exit "$_code"
}

