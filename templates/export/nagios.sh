# ---- monitoring plugins --------------------------------------------------------------------------

_plugins=/usr/lib/nagios/plugins:/usr/lib64/nagios/plugins:/usr/lib/monitoring-plugins:/usr/local/libexec/nagios:/usr/local/nagios/libexec:/opt/homebrew/sbin

# plugin: reads what a monitoring plugin said. Gives the file status; its first line is the message.
plugin() {
  case $_status in
    0) _n=OK ;;
    1) _n=WARNING ;;
    2) _n=CRITICAL ;;
    *) _n=UNKNOWN ;;
  esac
  printf '%s' "$_n" >"$_tmp/status"
  _said=
  if [ -s "$_tmp/stdout" ]; then
    _said=$(head -n 1 "$_tmp/stdout" | cut -d '|' -f 1 | clean)
    _perf=$(head -n 1 "$_tmp/stdout" | sed -n 's/^[^|]*|/ /p' | clean)
    [ -z "$_perf" ] || _perf=" $_perf"
  fi
  if [ -z "$_said" ] && [ -s "$_tmp/stderr" ]; then _said=$(head -n 1 "$_tmp/stderr" | clean); fi
  _told=$_said
  [ "$_status" -le 3 ] || _said="Exit code $_status is none of a plugin's (0 to 3): $_said"
}

# metric LABEL: the values of a label in the performance data, one a line: as written, its unit, the
# value in our own unit, and its dimension
metric() {
  tr -d '\r' <"$_tmp/stdout" | LC_ALL=C awk '
    BEGIN {
      wanted = ARGV[1]; ARGC = 1
      list = "ms 1 duration s 1000 duration m 60000 duration h 3600000 duration d 86400000 duration us 0.001 duration B 1 size KB 1000 size MB 1000000 size GB 1000000000 size TB 1000000000000 size KiB 1024 size MiB 1048576 size GiB 1073741824 size TiB 1099511627776 size"
      count = split(list, word, " ")
      for (i = 1; i < count; i += 3) { factor[word[i]] = word[i + 1]; kind[word[i]] = word[i + 2] }
    }
    NR == 1 || later { at = index($0, "|"); if (NR == 1) { data = at ? substr($0, at + 1) : ""; next } data = data " " $0; next }
    { at = index($0, "|"); if (at) { later = 1; data = data " " substr($0, at + 1) } }
    END {
      while (length(data) > 0) {
        sub(/^[ \t]+/, "", data)
        if (data == "") break
        if (match(data, /^\047([^\047]|\047\047)*\047=/)) {
          label = substr(data, 2, RLENGTH - 3); gsub(/\047\047/, "\047", label); data = substr(data, RLENGTH + 1)
        } else if (match(data, /^[^ \t=\047][^ \t=]*=/)) {
          label = substr(data, 1, RLENGTH - 1); data = substr(data, RLENGTH + 1)
        } else { sub(/^[^ \t]+/, "", data); continue }
        match(data, /^[^ \t]*/)
        value = substr(data, 1, RLENGTH); data = substr(data, RLENGTH + 1)
        sub(/;.*/, "", value)
        if (label != wanted) continue
        if (value ~ /^U[^0-9]*$/) { print "U"; continue }
        if (!match(value, /^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?/)) continue
        number = substr(value, 1, RLENGTH); unit = substr(value, RLENGTH + 1)
        if (unit ~ /[0-9]/) continue
        sub(/,/, ".", number)
        if (unit in factor) printf "%s %s %.6f %s\n", number, unit, number * factor[unit], kind[unit]
        else printf "%s - %s number\n", number, number
      }
    }' "$1" >"$_tmp/metric"
}

# about_metric HOW THAN DIMENSION: a statement about the metric that is looked at
about_metric() {
  # shellcheck disable=SC2086
  set -- "$1" "$2" "$3" $_metric
  [ "$4" != U ] || return 1
  case $3 in
    number | percent) number "$4" "$1" "$2" ;;
    "$7") number "$6" "$1" "$2" ;;
    *) return 1 ;;
  esac
}

# metrics LABEL FUNCTION: whether there is such a metric and FUNCTION is true of each
metrics() {
  metric "$1"
  [ -s "$_tmp/metric" ] || return 1
  while read -r _metric; do
    [ "$_metric" != U ] || return 1
    "$2" || return 1
  done <"$_tmp/metric"
}
