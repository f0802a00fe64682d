import type { Values, Words } from './completion.ts'

/** The script of each shell. All words are made of letters, digits and `-:@/._`, so none has to be quoted. */
export const shells = { bash, zsh, fish } as const

const list = (words: readonly string[]) => words.join(' ')

function bash(words: readonly Words[], values: Values): string {
  return `# Completion of vac-conformance for bash: source <(vac-conformance completion bash)
_vac_conformance() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} known=
  # An address has colons, at which bash breaks words.
  if [[ $word == : ]]; then word=; before=:; fi
  [[ $before == : ]] && { compopt -o default 2> /dev/null; return; }
  if (( COMP_CWORD == 1 )); then
    known='${list(words.map(({ name }) => name))} --help'
  else
    case $before in
${Object.entries(values)
  .map(([flag, each]) => `      ${flag}) known='${list(each)}' ;;`)
  .join('\n')}
      *)
        case $command in
${words
  .map(
    ({ name, actions, flags }) =>
      `          ${name}) if [[ $word == -* ]]; then known='${list(flags)}'; elif (( COMP_CWORD == 2 )); then known='${list(actions)}'; fi ;;`,
  )
  .join('\n')}
        esac
        ;;
    esac
  fi
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$known" -- "$word"))
  # Nothing known: names of files, as always.
  (( \${#COMPREPLY[@]} )) || compopt -o default 2> /dev/null
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *: ]] && compopt -o nospace 2> /dev/null
  return 0
}
complete -F _vac_conformance vac-conformance
`
}

function zsh(words: readonly Words[], values: Values): string {
  return `#compdef vac-conformance
# Completion of vac-conformance for zsh.
_vac_conformance() {
  local before=\${words[CURRENT-1]} command=\${words[2]}
  if (( CURRENT == 2 )); then
    local -a commands=(
${words.map(({ name, does }) => `      ${quoted(`${name}:${does}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  case $before in
${Object.entries(values)
  .map(([flag, each]) => `    ${flag}) compadd -- ${list(each)}; return ;;`)
  .join('\n')}
  esac
  case $command in
${words
  .map(
    ({ name, actions, flags }) =>
      `    ${name}) if [[ $PREFIX == -* ]]; then compadd -- ${list(flags)}; return; ${actions.length > 0 ? `elif (( CURRENT == 3 )); then compadd -- ${list(actions)}; return; ` : ''}fi ;;`,
  )
  .join('\n')}
  esac
  _files
}
if [ "$funcstack[1]" = _vac-conformance ]; then _vac_conformance "$@"; else compdef _vac_conformance vac-conformance; fi
`
}

function fish(words: readonly Words[], values: Values): string {
  const lines = words.flatMap(({ name, does, actions, flags }) => {
    const within = `-n '__fish_seen_subcommand_from ${name}'`
    return [
      `complete -c vac-conformance -f -n __fish_use_subcommand -a ${name} -d ${quoted(does)}`,
      ...(actions.length > 0
        ? [
            `complete -c vac-conformance -f -n '__fish_seen_subcommand_from ${name}; and test (count (commandline -opc)) -eq 2' -a '${list(actions)}'`,
          ]
        : []),
      ...flags.map((flag) => {
        const known = values[flag]
        return `complete -c vac-conformance ${within} -l ${flag.slice(2)}${known ? ` -x -a '${list(known)}'` : ''}`
      }),
    ]
  })
  return `# Completion of vac-conformance for fish.\n${lines.join('\n')}\n`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\\\''")}'`
}
