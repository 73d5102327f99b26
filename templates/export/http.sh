# ---- HTTP ----------------------------------------------------------------------------------------

# request CURL-WORD...: one request with curl; what is secret comes in $_config, so that no list of
# processes shows it. Gives _status_code and _latency, and the files body and heads.
request() {
  tool curl 'package curl' || return 1
  rm -f "$_tmp/body" "$_tmp/heads"
  : >"$_tmp/body"
  # curl itself does not look at HTTP_PROXY in capitals.
  [ -n "${http_proxy-}" ] || [ -z "${HTTP_PROXY-}" ] || export http_proxy="$HTTP_PROXY"
  limit curl -q -sS -g --http1.1 -A handoff-wizard -H 'connection: close' -K - \
    -D "$_tmp/heads" -o "$_tmp/body" -w '%{http_code} %{time_starttransfer}' "$@" \
    >"$_tmp/answer" 2>"$_tmp/stderr" <<CONFIG
$_config
CONFIG
  ended || return 1
  case $_status in
    0) ;;
    1 | 2 | 4 | 58 | 77) unknown "curl cannot do this: $(clean <"$_tmp/stderr")" && return 1 ;;
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

# led_on: nobody may learn who asks but the server that is asked, and curl would tell each one that
# it is led to; so the script does not follow, and cannot say
led_on() {
  case $_status_code in 30[12378]) header location || return 1 ;; *) return 1 ;; esac
  unknown 'It is led on, and this script takes no client certificate and no key along.'
}

# readable FILE...: certificates and keys are there before anything is asked
readable() {
  for _file; do
    [ -r "$_file" ] || { unknown "$_file cannot be read." && return 1; }
  done
}

# direct HOST: whether NO_PROXY names the host that is connected to; curl looks at the name that is
# asked for. It gives _direct.
direct() {
  _direct=$(awk '
    function number(address, parts) {
      split(address, parts, ".")
      return ((parts[1] * 256 + parts[2]) * 256 + parts[3]) * 256 + parts[4]
    }
    BEGIN {
      host = tolower(ARGV[1]); count = split(tolower(ARGV[2]), list, /[ ,]+/)
      address = "^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+"
      for (at = 1; at <= count; at++) {
        one = list[at]
        if (one ~ address "/[0-9]+$" && host ~ address "$") {
          split(one, block, "/")
          size = 2 ^ (32 - block[2])
          if (int(number(block[1]) / size) == int(number(host) / size)) found = 1
        }
        sub(/^[*]?[.]/, "", one)
        tail = substr(host, length(host) - length(one))
        if (one == "*" || host == one || (one != "" && tail == "." one)) found = 1
      }
      if (found) print "*"
    }' "$1" "${no_proxy:-${NO_PROXY-}}")
}

# authorities FILE...: puts several files of authorities into one
authorities() {
  cat "$@" >"$_tmp/authorities" 2>"$_tmp/stderr" ||
    { unknown "$(clean <"$_tmp/stderr")" && return 1; }
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
