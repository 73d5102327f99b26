# ---- HTTP ----------------------------------------------------------------------------------------

# request CURL-WORD...: one request with curl; what is secret comes in $_config, so that no list of
# processes shows it. Gives _status_code and _latency, and the files body and heads.
request() {
  tool curl 'package curl' || return 1
  rm -f "$_tmp/body" "$_tmp/heads"
  : >"$_tmp/body"
  limit curl -q -sS -g --http1.1 --noproxy '*' -A handoff-wizard -H 'connection: close' -K - \
    -D "$_tmp/heads" -o "$_tmp/body" -w '%{http_code} %{time_starttransfer}' "$@" \
    >"$_tmp/answer" 2>"$_tmp/stderr" <<CONFIG
$_config
CONFIG
  ended || return 1
  case $_status in
    0) ;;
    1 | 2 | 4) unknown "curl cannot do this: $(clean <"$_tmp/stderr")" && return 1 ;;
    *) failed "No answer: $(clean <"$_tmp/stderr")" && return 1 ;;
  esac
  read -r _status_code _n <"$_tmp/answer"
  _latency=$(awk 'BEGIN { printf "%.3f", ARGV[1] * 1000 }' "$_n")
}

# header NAME: puts a header's value into the file header; fails when there is none. The heads of
# redirects come first; only the last one counts.
header() {
  _flattened=
  LC_ALL=C awk '
    BEGIN { wanted = ARGV[2]; ARGC = 2 }
    /^HTTP\// { found = 0; next }
    {
      sub(/\r$/, "")
      at = index($0, ":")
      if (tolower(substr($0, 1, at - 1)) != wanted) next
      value = substr($0, at + 1)
      gsub(/^[ \t]+/, "", value); gsub(/[ \t]+$/, "", value)
      text = found && wanted != "set-cookie" ? text ", " value : value
      found = 1
    }
    END { if (!found) exit 1; printf "%s", text }' "$_tmp/heads" "$1" >"$_tmp/header" ||
    {
      rm -f "$_tmp/header"
      return 1
    }
}

# inner TEXT: as it stands between double quotes in a file of curl's settings
inner() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g' | awk 'NR > 1 { printf "\\n" } { printf "%s", $0 }'
}

# json_inner TEXT: as it stands between double quotes in JSON
json_inner() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g' | awk '{ gsub(/\t/, "\\t"); gsub(/\r/, "\\r") } NR > 1 { printf "\\n" } { printf "%s", $0 }'
}

json_inner_for_curl() {
  inner "$(json_inner "$1")"
}
