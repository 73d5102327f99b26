# ---- DNS -----------------------------------------------------------------------------------------

# dns NAME TYPE [SERVER PORT]: asks one question with dig. Gives _resolves, _count, _latency and the
# file answers, one answer a line.
dns() {
  tool dig 'package dnsutils or bind-utils' || return 1
  _name=$1
  _type=$2
  if [ -n "${3-}" ]; then
    _asked="The name server $3"
    set -- "@$3" -p "$4"
  else
    _asked="This machine's name server"
    set --
  fi
  case $_name in
    *:* | [0-9]*.[0-9]*.[0-9]*.*[0-9]) if [ "$_type" = PTR ]; then set -- "$@" -x "$_name"; else set -- "$@" -t "$_type" -q "$_name"; fi ;;
    *) set -- "$@" -t "$_type" -q "$_name" ;;
  esac
  limit dig -r +noall +comments +answer +time=2 +tries=2 "$@" </dev/null >"$_tmp/dig" 2>"$_tmp/stderr"
  ended || return 1
  _latency=$_took
  _code=$(sed -n 's/^;; ->>HEADER<<-.*status: \([A-Z]*\),.*/\1/p' "$_tmp/dig" | head -n 1)
  case $_code in
    NOERROR | NXDOMAIN) ;;
    '')
      if [ "$_asked" = "This machine's name server" ]; then
        unknown "$_asked did not answer about $_name."
      else
        failed "$_asked did not answer about $_name."
      fi
      return 1
      ;;
    *) failed "$_asked gave an error about $_name: $_code." && return 1 ;;
  esac
  LC_ALL=C awk -v type="$_type" '
    /^;/ || NF < 5 || $4 != type { next }
    {
      text = $0
      for (i = 1; i <= 4; i++) sub(/^[^ \t]+[ \t]+/, "", text)
      if (type == "TXT") {
        joined = ""; inside = 0
        for (i = 1; i <= length(text); i++) {
          letter = substr(text, i, 1)
          if (letter == "\"") { inside = !inside; continue }
          if (letter == "\\") {
            i++
            letter = substr(text, i, 1)
            if (letter ~ /[0-9]/) { letter = sprintf("%c", substr(text, i, 3) + 0); i += 2 }
          }
          if (inside) joined = joined letter
        }
        text = joined
      } else {
        text = tolower(text)
        if (length(text) > 1) sub(/\.$/, "", text)
      }
      print text
    }' "$_tmp/dig" | sort >"$_tmp/answers"
  _count=$(grep -c '' "$_tmp/answers")
  _resolves=false
  [ "$_count" -eq 0 ] || _resolves=true
}

# folded TEXT: a name as it stands in the file answers
folded() {
  printf '%s' "$1" | lower | sed 's/\(.\)\.$/\1/'
}
