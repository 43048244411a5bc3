# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of hourbook-cli for bash; tests/cli/test-completion compares it with --help.
#
# Ids come from files, so nothing of them is ever evaluated: they are compared and printed, and compgen -W, which expands
# its words, is not used.

# _hourbook_cli_words PREFIX WORD…: takes those words that continue what was typed
_hourbook_cli_words () {
  local typed=$1 word
  shift
  for word in "$@"; do
    [[ $word != "$typed"* ]] || COMPREPLY+=("$word")
  done
}

# Of lines on standard input: PREFIX is put before each, and those that continue what was typed are taken.
_hourbook_cli_lines () { # _hourbook_cli_lines TYPED PREFIX
  local line
  while IFS= read -r line; do
    _hourbook_cli_words "$1" "$2$line"
  done
}

_hourbook_cli_options () { # _hourbook_cli_options COMMAND: an option with a value ends in =
  case $1 in
    packs | describe | check-pack) echo --json --help ;;
    check) echo --strict --json --help ;;
    assess) echo --pack= --year= --as-of= --reading= --profile= --strict --json --help ;;
    apply) echo --pack= --year= --level= --as-of= --reading= --profile= --strict --json --help ;;
    explain) echo --pack= --as-of= --reading= --profile= --strict --json --help ;;
    compare) echo --pack= --year= --as-of= --profile= --strict --json --help ;;
  esac
}

_hourbook_cli_packs () {
  "$1" packs --json 2> /dev/null < /dev/null | sed -n 's/^ *"id": "\([A-Za-z0-9._-]*\)",*$/\1/p'
}

# ID=OPTION of every unclear clause of a pack: after "options" come ids of options, up to the next bracket.
_hourbook_cli_readings () { # _hourbook_cli_readings PROGRAM PACK
  local line reading='' inside=''
  "$1" describe "$2" --json 2> /dev/null < /dev/null | sed -n '/^ *"readings": \[$/,/^ *"deadlines": /p' |
    while read -r line; do
      case $line in
        '"options": ['*) inside=yes ;;
        ']'*) inside= ;;
        '"id": "'*)
          line=${line#'"id": "'}
          line=${line%%'"'*}
          if [[ $line == *[!A-Za-z0-9._-]* ]]; then continue; fi
          if [[ -n $inside ]]; then echo "$reading=$line"; else reading=$line; fi
          ;;
      esac
    done
}

# Ids of the records of a logbook; each begins a line, as where Hourbook wrote it.
_hourbook_cli_records () {
  [[ -f $1 ]] || return 0
  sed -n '/"records": *\[/,$s/^[ {]*"id": *"\([A-Za-z0-9._-]*\)".*/\1/p' < "$1" 2> /dev/null
}

# JSON files and folders; where there are none, every file.
_hourbook_cli_files () {
  local line
  while IFS= read -r line; do
    if [[ $line == *.json || -d $line ]]; then COMPREPLY+=("$line"); fi
  done < <(compgen -f -- "$1")
  if [[ ${#COMPREPLY[@]} == 0 ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$1")
  fi
  compopt -o filenames 2> /dev/null || true
}

_hourbook_cli () {
  local program=$1 words=() options=() arguments=() pack='' wanted='' value='' prefix='' word i n only=''
  COMPREPLY=()

  # bash parts words at "="; here they are whole again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]-}
    n=${#words[@]}
    if ((n > 1)) && [[ $word == '='* || ( ${COMP_WORDS[i - 1]} == '=' && ${words[n - 1]} == *= ) ]]; then
      words[n - 1]+=$word
    else
      words+=("$word")
    fi
  done
  n=$((${#words[@]} - 1))
  value=${words[n]}

  if ((n == 0)); then
    _hourbook_cli_words "$value" packs describe check-pack check assess apply explain compare help --help --version
    return
  fi
  if [[ ${words[0]} == help ]]; then
    ((n > 1)) || _hourbook_cli_words "$value" packs describe check-pack check assess apply explain compare
    return
  fi
  read -r -a options < <(_hourbook_cli_options "${words[0]}")
  ((${#options[@]} > 0)) || return

  # What stands before the word to complete; $wanted is the option whose value that word is.
  for ((i = 1; i < n; i++)); do
    word=${words[i]}
    if [[ -n $wanted ]]; then
      [[ $wanted != pack ]] || pack=$word
      wanted=
    elif [[ -n $only ]]; then
      arguments+=("$word")
    else
      case $word in
        --) only=yes ;;
        --pack=*) pack=${word#--pack=} ;;
        --*=*) ;;
        --pack | --year | --level | --as-of | --reading | --profile) wanted=${word#--} ;;
        -p?*) pack=${word#-p} ;;
        -p) wanted=pack ;;
        -y) wanted=year ;;
        -l) wanted=level ;;
        -d) wanted=as-of ;;
        -r) wanted=reading ;;
        -?*) ;;
        *) arguments+=("$word") ;;
      esac
    fi
  done

  if [[ -z $wanted && -z $only && $value == --*=* ]]; then
    wanted=${value%%=*}
    prefix=$wanted=
    wanted=${wanted#--}
    value=${value#*=}
  fi
  if [[ -n $wanted ]]; then
    case $wanted in
      pack) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_packs "$program") ;;
      level) _hourbook_cli_words "$value" junior intermediate senior ;;
      reading) [[ -z $pack ]] || _hourbook_cli_lines "$value" '' < <(_hourbook_cli_readings "$program" "$pack") ;;
    esac
    # What stands before "=" is not part of the word that bash replaces; where it does not part words, it is.
    if [[ $COMP_WORDBREAKS == *=* ]]; then
      case $value in *=*) value=${value%"${value##*=}"} ;; *) value= ;; esac
      for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$value"}; done
    else
      for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=$prefix${COMPREPLY[i]}; done
    fi
    return
  fi

  if [[ -z $only && $value == -* ]]; then
    _hourbook_cli_words "$value" "${options[@]}"
    [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2> /dev/null || true
    return
  fi

  case ${words[0]}:${#arguments[@]} in
    describe:0) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_packs "$program") ;;
    check-pack:0 | check:0 | assess:0 | apply:0 | explain:0 | compare:0) _hourbook_cli_files "$value" ;;
    explain:1) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_records "${arguments[0]}") ;;
  esac
}

complete -F _hourbook_cli hourbook-cli
