# ---- disks ---------------------------------------------------------------------------------------

# disk PATH: the room left. Gives _free, _free_percent, _used_percent, _inodes_free and
# _inodes_free_percent, which are empty where the file system has no fixed number of inodes.
disk() {
  case $1 in /*) _path=$1 ;; *) _path=$_here/$1 ;; esac
  if ! LC_ALL=C stat -f -c '%b %f %a %S %c %d' -- "$_path" >"$_tmp/room" 2>"$_tmp/stderr"; then
    if grep -q -e 'No such file' -e 'Not a directory' "$_tmp/stderr"; then
      failed "There is no $_path."
    else
      unknown "The room of $_path cannot be told: $(clean <"$_tmp/stderr")"
    fi
    return 1
  fi
  awk '
    function up(value) { return int(value) < value ? int(value) + 1 : int(value) }
    function full(used, all) { return all == 0 ? 100 : up(used * 1000 / all) / 10 }
    {
      used = ($1 - $2) * $4; free = $3 * $4
      percent = full(used, used + free)
      printf "%.0f %.1f %.1f", free, 100 - percent, percent
      if ($5 > 0) printf " %.0f %.1f", $6, 100 - full($5 - $6, $5)
      print ""
    }' "$_tmp/room" >"$_tmp/left"
  read -r _free _free_percent _used_percent _inodes_free _inodes_free_percent <"$_tmp/left"
}
