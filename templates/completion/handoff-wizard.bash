# bash completion for handoff-wizard
# The words are handed over as they are: nothing that was typed is evaluated by Tab.
_handoff_wizard() {
  local IFS=$'\n' line current=${COMP_WORDS[COMP_CWORD]}
  local words=("${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  # Bash cuts words at an equals sign, and completes what stands behind it.
  [[ $current == = ]] && current=
  while IFS= read -r line; do
    case $line in
      :files)
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -f -- "$current"))
        ;;
      :folders)
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -d -- "$current"))
        ;;
      ?*)
        line=${line%%$'\t'*}
        case $line in --*=*) line=${line#*=} ;; esac
        case $current in
          \"* | \'*) COMPREPLY+=("${current:0:1}$line${current:0:1}") ;;
          *) COMPREPLY+=("$(printf %q "$line")") ;;
        esac
        ;;
    esac
  done < <(handoff-wizard complete -- "${words[@]}" 2>/dev/null)
}
complete -F _handoff_wizard handoff-wizard
