# ---- logs ----------------------------------------------------------------------------------------

# log_file PATH: takes a file as the log
log_file() {
  case $1 in /*) _path=$1 ;; *) _path=$_here/$1 ;; esac
  if [ ! -f "$_path" ]; then
    if [ -d "$_path" ]; then unknown "The log is a folder: $_path."; elif [ -e "$_path" ]; then
      unknown "The log is not a regular file: $_path."
    else unknown "There is no such log file: $_path."; fi
    return 1
  fi
  if [ ! -r "$_path" ]; then
    unknown "The log file may not be read: $_path."
    return 1
  fi
  _log=$_path
}

# log_output: takes what a command printed as the log
log_output() {
  if [ "$_status" -ne 0 ]; then
    no_program || unknown "The command that gives the log ended with exit code $_status: $(clean <"$_tmp/stderr")"
    return 1
  fi
  {
    cat "$_tmp/stdout"
    # The last line of the one and the first of the other are two lines.
    [ ! -s "$_tmp/stdout" ] || [ "$(tail -c 1 "$_tmp/stdout" | od -An -c | tr -d ' ')" = '\n' ] || echo
    cat "$_tmp/stderr"
  } >"$_tmp/log"
  _log=$_tmp/log
}

# lines PATTERN [FLAGS]: gives _count, the number of lines of the log that match
lines() {
  grep_for "$_log" "${2-}" || :
  _count=$(LC_ALL=C sed "s/$_cr\$//" <"$_log" | LC_ALL=C tr '\000' '\002' | LC_ALL=$_locale grep -c $_case -E -e "$1")
}
