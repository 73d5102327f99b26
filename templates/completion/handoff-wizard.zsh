#compdef handoff-wizard
# zsh completion for handoff-wizard
_handoff_wizard() {
  local line
  local -a found
  for line in "${(@f)$(handoff-wizard complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :files) _files ;;
      :folders) _files -/ ;;
      ?*) found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  (( $#found )) && _describe -t values 'handoff-wizard' found
}
compdef _handoff_wizard handoff-wizard
