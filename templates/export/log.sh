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
  case $(head -c 4 "$_path" | od -An -tx1 | tr -d ' \n') in
    1f8b*) unpack gzip 'package gzip' || return 1 ;;
    28b52ffd) unpack zstd 'package zstd' || return 1 ;;
    425a68* | fd377a58 | 1f9d* | 504b0304 | 04224d18)
      unknown "The log is compressed in a way that is not read here: $_path."
      return 1
      ;;
    fffe* | feff*)
      unknown "The log is not written in UTF-8, and this script reads nothing else: $_path."
      return 1
      ;;
    *) _log=$_path ;;
  esac
  if [ "$(head -c 8192 "$_log" | LC_ALL=C tr -d '\001-\377' | wc -c)" -gt 0 ]; then
    unknown "The log is no plain text: $_path."
    return 1
  fi
  uncolour
}

# unpack PROGRAM HOW: what is in a packed log
unpack() {
  tool "$1" "$2" || return 1
  "$1" -dc "$_path" >"$_tmp/log" 2>/dev/null || {
    unknown "The log cannot be unpacked: $_path."
    return 1
  }
  _log=$_tmp/log
}

# uncolour: takes colours out of the log
uncolour() {
  [ "$_raw" = no ] && LC_ALL=C grep -q "$_esc" "$_log" || return 0
  LC_ALL=C sed "s/$_esc\\[[0-?]*[ -\/]*[@-~]//g" "$_log" >"$_tmp/plain"
  _log=$_tmp/plain
}
_raw=no

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
  uncolour
}

# lines PATTERN [FLAGS]: gives _count, the number of lines of the log that match
lines() {
  case $1 in
    *[!\ -~]*)
      # Bytes of another encoding than UTF-8 would look like letters that are not there.
      if command -v iconv >/dev/null 2>&1 && ! iconv -f utf-8 -t utf-8 "$_log" >/dev/null 2>&1; then
        _doubt='The log is not written in UTF-8 throughout, and this script reads nothing else'
      fi
      ;;
  esac
  grep_for "$_log" "${2-}" || :
  _count=$(LC_ALL=C sed "s/$_cr\$//" <"$_log" | LC_ALL=C tr '\000' '\002' | LC_ALL=$_locale grep -c $_case -E -e "$1")
}
