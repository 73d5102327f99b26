# ---- commands ------------------------------------------------------------------------------------

# run COMMAND...: runs a program; its output goes to the files stdout and stderr
run() {
  _back=$PWD
  CDPATH= cd -- "$_here" 2>/dev/null || {
    unknown "There is no folder $_here."
    return 1
  }
  limit env "$@" </dev/null >"$_tmp/stdout" 2>"$_tmp/stderr"
  cd -- "$_back" || return 1
  ended || return 1
  if [ "$_status" -ge 126 ] && [ "$_status" -le 127 ] &&
    LC_ALL=C grep -q -e "^env: .*No such file" -e "^env: .*Permission denied" -e "^env: can't execute" "$_tmp/stderr"; then
    unknown "The program $(head -n 1 "$_tmp/stderr" | clean)"
    return 1
  fi
}

# connected DESTINATION: whether ssh itself, not the command over there, gave up
connected() {
  [ "$_status" -eq 255 ] || return 0
  tail -n 1 "$_tmp/stderr" | LC_ALL=C grep -Eq '^(ssh: |ssh_|kex_|mux_client|client_loop|banner exchange|Connection |Host key |Permission denied|Control socket|.*: Permission denied \()' || return 0
  unknown "There is no connection to $1: $(tail -n 1 "$_tmp/stderr" | clean)"
  return 1
}

# bash_word: whether the shell took a word of bash for a program, whatever came of the line then
bash_word() {
  [ -s "$_tmp/stderr" ] || return 1
  _program=$(LC_ALL=C sed -n 's/^\(.*: \)\{0,1\}\(\[\[\|source\|shopt\|declare\|typeset\|pushd\|popd\|let\|function\|mapfile\|readarray\): not found[[:space:]]*$/\2/p' "$_tmp/stderr" | head -n 1)
  [ -n "$_program" ] || return 1
  unknown "\"$_program\" belongs to bash, and the command runs in /bin/sh."
}

# no_program: whether the shell found no program, or could not execute it
no_program() {
  case $_status in
    126) unknown "The shell could not execute the command: $(clean <"$_tmp/stderr")" ;;
    127)
      _program=$(LC_ALL=C sed -n 's/^\(.*: \)\{0,1\}\([^[:space:]:]\{1,\}\): \(command \)\{0,1\}not found[[:space:]]*$/\2/p' "$_tmp/stderr" | head -n 1 | clean)
      [ -n "$_program" ] || return 1
      unknown "The program $_program is not on this machine or not on PATH. Install it or add its folder to PATH."
      ;;
    *) return 1 ;;
  esac
}

# remote WORD...: one line for the shell of another machine
remote() {
  for _n in "$@"; do
    printf "'%s' " "$(printf '%s' "$_n" | sed "s/'/'\\\\''/g")"
  done
}
