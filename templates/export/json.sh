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
  _answer=$(jq -s "$@" "$_values if length == 1 then (.[0] | ($_program)) else false end" "$_tmp/$_file" 2>"$_tmp/jq")
  if [ -s "$_tmp/jq" ] && grep -q 'error:.*\(ONIGURUMA\|regex\|not defined\|syntax\)' "$_tmp/jq"; then
    _doubt="jq cannot do this: $(head -n 1 "$_tmp/jq" | clean)"
  fi
  [ "$_answer" = true ]
}
# shellcheck disable=SC2016
_values='
def units: {"": [1, "number"], "%": [1, "number"], ms: [1, "duration"], s: [1000, "duration"],
  m: [60000, "duration"], h: [3600000, "duration"], d: [86400000, "duration"], B: [1, "size"],
  KB: [1000, "size"], MB: [1000000, "size"], GB: [1000000000, "size"], TB: [1000000000000, "size"],
  KiB: [1024, "size"], MiB: [1048576, "size"], GiB: [1073741824, "size"], TiB: [1099511627776, "size"],
  K: [1024, "size"], M: [1048576, "size"], G: [1073741824, "size"], T: [1099511627776, "size"],
  P: [1125899906842624, "size"], Ki: [1024, "size"], Mi: [1048576, "size"], Gi: [1073741824, "size"],
  Ti: [1099511627776, "size"], Pi: [1125899906842624, "size"]};
def digits:
  if test("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[+-]?[0-9]+)?$") then .
  elif test("^[+-]?[1-9][0-9]?[0-9]?(,[0-9][0-9][0-9])+([.][0-9]+)?$") then gsub(","; "")
  elif test("^[+-]?[1-9][0-9]?[0-9]?(([.][0-9][0-9][0-9])+,[0-9]+|([.][0-9][0-9][0-9])([.][0-9][0-9][0-9])+)$")
    then gsub("[.]"; "") | sub(","; ".")
  elif test("^[+-]?[1-9][0-9]?[0-9]?([\u0027\u2019\u00a0\u202f][0-9][0-9][0-9])+([.,][0-9]+)?$")
    then gsub("[\u0027\u2019\u00a0\u202f]"; "") | sub(","; ".")
  elif test("^[+-]?[0-9]+,[0-9]+$") then sub(","; ".")
  else null end;
def amount($dimension):
  if type == "number" then (if $dimension == "number" then . else null end)
  elif type == "string" then
    (capture("^\\s*(?<n>[+-]?[0-9.,\u0027\u2019\u00a0\u202f]+(?:e[+-]?[0-9]+)?)\\s*(?<u>[A-Za-z%]*)\\s*$") // null)
    | if . == null then null
      else (.n | digits) as $d | units[.u] as $u
        | if $d == null or $u == null or $u[1] != $dimension then null
          else ($d | sub("^[+]"; "") | sub("^(?<s>-?)[.]"; "\(.s)0.") | sub("[.](?<e>e|$)"; "\(.e)") | tonumber) * $u[0]
          end
      end
  else null end;
def plain: if type == "string" or type == "boolean" or type == "number" then tostring else null end;
def numeric: if type == "string" and test("%\\s*$") then null else amount("number") end;
def same($w):
  if type == "number" or ($w | type) == "number" then
    numeric as $a | ($w | numeric) as $b | $a != null and $b != null and $a == $b
  elif type == "array" and ($w | type) == "array" then
    . as $v | length == ($w | length) and all(range(0; length); . as $i | $v[$i] | same($w[$i]))
  elif type == "object" and ($w | type) == "object" then
    . as $v | keys == ($w | keys) and all(keys[]; . as $k | $v[$k] | same($w[$k]))
  else . == $w end;
def all_of: if any(.[]; . == false) then false elif any(.[]; . == null) then null else true end;
def any_of: if any(.[]; . == true) then true elif any(.[]; . == null) then null else false end;
def size:
  if type == "string" then sub("[\r\n]+$"; "") | length
  elif type == "array" or type == "object" then length
  else null end;
def nothing: {"": "what is not there"};
'
