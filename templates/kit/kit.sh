#!/bin/sh
# Looks after this kit on a machine without handoff-wizard. It needs a POSIX shell, and one of sha256sum,
# shasum and openssl. It writes nothing, and runs nothing before you have said yes.
#
#   sh kit.sh           whether every file is as it was made, and what lies here
#   sh kit.sh verify    the first of both; ends with 3 where something was changed, is missing or was added
#   sh kit.sh checks    shows what the checks of the system would run, asks, and runs them

set -u
started=$(pwd)
kit=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
cd "$kit" || exit 1

# hash_of FILE: its SHA-256
if command -v sha256sum >/dev/null 2>&1; then
  hash_of() { sha256sum <"$1"; }
elif command -v shasum >/dev/null 2>&1; then
  hash_of() { shasum -a 256 <"$1"; }
elif command -v openssl >/dev/null 2>&1; then
  hash_of() { openssl dgst -sha256 -r <"$1"; }
else
  echo 'Nothing here can make a SHA-256: install sha256sum, shasum or openssl.' >&2
  exit 2
fi

# tell WHAT FILE: counts what is wrong; a name from elsewhere may hold what acts on a terminal
tell() {
  printf '%s: %s\n' "$1" "$2" | LC_ALL=C tr -d '\000-\011\013-\037\177'
  _wrong=$((_wrong + 1))
}

# listed MANIFEST: every file of a list of hashes against its hash; gives _count and _wrong
listed() {
  if [ ! -f "$1" ]; then
    tell missing "$1"
    return
  fi
  while IFS= read -r _line || [ -n "$_line" ]; do
    _hash=${_line%% *}
    _file=${_line#*  }
    _count=$((_count + 1))
    case /$_file/ in
      *//* | */../* | */./*) tell 'not within the kit' "$_file" && continue ;;
    esac
    if [ ! -f "$_file" ] || [ -h "$_file" ]; then
      tell missing "$_file"
      continue
    fi
    _is=$(hash_of "$_file")
    [ "${_is%% *}" = "$_hash" ] || tell changed "$_file"
  done <"$1"
}

# added: files that no list names
added() {
  _names=$(find . ! -type d | sed 's|^\./||')
  _old=$IFS
  IFS='
'
  set -f
  for _file in $_names; do
    case $_file in tagmanifest-sha256.txt | tagmanifest-sha256.txt.sig | tagmanifest-sha256.txt.minisig) continue ;; esac
    if cut -c 67- manifest-sha256.txt tagmanifest-sha256.txt 2>/dev/null | grep -Fqx -e "$_file"; then continue; fi
    tell added "$_file"
  done
  set +f
  IFS=$_old
}

verify() {
  _count=0
  _wrong=0
  listed tagmanifest-sha256.txt
  listed manifest-sha256.txt
  added
  if [ "$_wrong" -gt 0 ]; then
    echo "Not as it was made: $_wrong of $_count files, above. Get the kit again from whoever sent it."
    return 3
  fi
  echo "Whole: $_count files, all as they were made."
  if [ -f tagmanifest-sha256.txt.sig ]; then
    echo 'It is signed. With the public key of the signer behind "signer " in a file SIGNERS, this checks it:'
    echo '  ssh-keygen -Y verify -n handoff-wizard -I signer -f SIGNERS -s tagmanifest-sha256.txt.sig <tagmanifest-sha256.txt'
  elif [ ! -f tagmanifest-sha256.txt.minisig ]; then
    echo 'It is not signed: the hashes show that nothing has changed, not who made it.'
  fi
}

index() {
  echo
  echo 'Open index.html in a browser: it leads to all that is here.'
  find data/documents -type f -name '*.html' 2>/dev/null | sort | sed 's/^/  /'
  if [ -f data/checks.sh ]; then echo 'Checks of the system: sh kit.sh checks'; fi
}

checks() {
  if [ ! -f data/checks.sh ]; then
    echo 'No checks lie here as a script; data/checks has them as they are written.' >&2
    return 2
  fi
  echo 'These checks would run on this machine, as data/checks.sh has them:'
  sed -n 's/^report \([a-z]*\) /  \1  /p' data/checks.sh
  if [ "${1-}" != --yes ]; then
    if [ ! -t 0 ]; then
      echo 'Nothing was run. Read data/checks.sh, then say so: sh kit.sh checks --yes' >&2
      return 2
    fi
    printf 'Read data/checks.sh first. Run it? Type yes: '
    read -r _answer || _answer=
    if [ "$_answer" != yes ]; then
      echo 'Nothing was run.'
      return 2
    fi
  fi
  CHECKS_FOLDER=${CHECKS_FOLDER:-$started} sh data/checks.sh
}

case ${1-} in
  '') verify && index ;;
  verify) verify ;;
  checks) verify && checks "${2-}" ;;
  *)
    sed -n '2,8s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
