# ---- JSON ----------------------------------------------------------------------------------------

# json FILE PROGRAM [TEXT...]: whether a jq program says true of the one JSON value in a file; the
# texts are its $a1, $a2 and so on
json() {
  _file=$1
  _program=$2
  shift 2
  _at=0
  _left=$#
  while [ $_at -lt "$_left" ]; do
    _at=$((_at + 1))
    set -- "$@" --arg "a$_at" "$1"
    shift
  done
  case $_program in *amount* | *plain*) _definitions=$_amounts ;; *) _definitions= ;; esac
  _answer=$(jq -s "$@" "$_definitions if length == 1 then (.[0] | ($_program)) else false end" "$_tmp/$_file" 2>"$_tmp/jq")
  if [ -s "$_tmp/jq" ] && grep -q 'error:.*\(ONIGURUMA\|regex\|not defined\|syntax\)' "$_tmp/jq"; then
    _doubt="jq cannot do this: $(head -n 1 "$_tmp/jq" | clean)"
  fi
  [ "$_answer" = true ]
}
# shellcheck disable=SC2016
_amounts='
def units: {"": [1, "number"], "%": [1, "number"], ms: [1, "duration"], s: [1000, "duration"],
  m: [60000, "duration"], h: [3600000, "duration"], d: [86400000, "duration"], B: [1, "size"],
  KB: [1000, "size"], MB: [1000000, "size"], GB: [1000000000, "size"], TB: [1000000000000, "size"],
  KiB: [1024, "size"], MiB: [1048576, "size"], GiB: [1073741824, "size"], TiB: [1099511627776, "size"]};
def amount($dimension):
  if type == "number" then (if $dimension == "number" then . else null end)
  elif type == "string" then
    (capture("^\\s*(?<n>[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:e[+-]?[0-9]+)?)\\s*(?<u>[A-Za-z%]*)\\s*$") // null)
    | if . == null then null
      else (.n | sub("^[+]"; "") | sub("^(?<s>-?)[.]"; "\(.s)0.") | sub("[.](?<e>e|$)"; "\(.e)") | tonumber) as $n
        | units[.u] as $u
        | if $u == null or $u[1] != $dimension then null else $n * $u[0] end
      end
  else null end;
def plain: if type == "string" or type == "boolean" or type == "number" then tostring else null end;
'
