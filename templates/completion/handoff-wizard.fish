# fish completion for handoff-wizard
function __handoff_wizard_complete
    set -l words (commandline -opc) (commandline -ct)
    # An empty word that is begun is a word as well.
    test (count $words) -gt (count (commandline -opc)); or set -a words ''
    for line in (handoff-wizard complete -- $words[2..-1] 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path (commandline -ct)
            case ':folders'
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $line
        end
    end
end
complete -c handoff-wizard -f -a '(__handoff_wizard_complete)'
