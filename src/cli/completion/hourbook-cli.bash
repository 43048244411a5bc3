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

_hourbook_cli_commands='add edit list show remove restore trash empty-trash attach detach inbox files take-out assess apply explain compare readings years hand-in reopen adopt package import export backup restore-backup verify summarise check init profile undo redo history check-library vocabulary packs describe check-pack'

_hourbook_cli_options () { # _hourbook_cli_options COMMAND: an option with a value ends in =
  case $1 in
    add) echo --id= --activity= --title= --start= --end= --fact= --subject= --work= --status= --verified= --note= --file= --document= --correction= --library= --json --help ;;
    edit) echo --activity= --title= --start= --end= --fact= --subject= --work= --status= --verified= --note= --file= --document= --correction= --library= --json --help ;;
    list) echo --year= --activity= --status= --search= --limit= --offset= --library= --json --help ;;
    show | trash | empty-trash | files | take-out | years) echo --library= --json --help ;;
    remove | restore | detach | reopen | adopt | undo | redo) echo --correction= --library= --json --help ;;
    attach) echo --document= --correction= --library= --json --help ;;
    inbox) echo --document= --library= --json --help ;;
    assess) echo --pack= --year= --as-of= --reading= --profile= --library= --strict --json --help ;;
    apply) echo --pack= --year= --level= --as-of= --reading= --profile= --library= --strict --json --help ;;
    explain) echo --pack= --as-of= --reading= --profile= --library= --strict --json --help ;;
    compare) echo --pack= --year= --as-of= --profile= --library= --strict --json --help ;;
    readings) echo --pack= --reading= --library= --json --help ;;
    hand-in) echo --note= --library= --json --help ;;
    package) echo --year= --level= --check --folder --ascii-names --no-binder --no-location --id-number= --max-file= --max-total= --types= --trial --replace --note= --as-of= --library= --strict --json --help ;;
    import) echo --column= --default= --sheet= --encoding= --on-conflict= --confirm --correction= --library= --json --help ;;
    export) echo --as-of= --form= --library= --json --help ;;
    backup) echo --list --library= --json --help ;;
    restore-backup) echo --confirm --library= --json --help ;;
    summarise) echo --xlsx= --strict --json --help ;;
    check) echo --strict --json --help ;;
    init) echo --profile= --library= --json --help ;;
    profile) echo --profile= --from= --library= --json --help ;;
    history) echo --limit= --library= --json --help ;;
    check-library) echo --library= --strict --json --help ;;
    verify | vocabulary | packs | describe | check-pack) echo --json --help ;;
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

# Ids of one kind of words of the vocabulary, each followed by what is given.
_hourbook_cli_ids () { # _hourbook_cli_ids PROGRAM KIND END
  "$1" vocabulary "$2" --json 2> /dev/null < /dev/null | sed -n 's/^ *"id": "\([A-Za-z0-9._-]*\)",*$/\1'"$3"'/p'
}

# Ids of the latest records of the library.
_hourbook_cli_kept () { # _hourbook_cli_kept PROGRAM [--library=DIR]
  "$1" list --limit=200 --json ${2:+"$2"} 2> /dev/null < /dev/null | sed -n 's/^ *"id": "\([A-Za-z0-9._-]*\)",*$/\1/p'
}

# Numbers of its evidence files.
_hourbook_cli_serials () { # _hourbook_cli_serials PROGRAM [--library=DIR]
  "$1" files --json ${2:+"$2"} 2> /dev/null < /dev/null | sed -n 's/^ *"serial": "\(XS-[0-9]*\)",*$/\1/p'
}

# Ids of the records of a logbook; each begins a line, as where Hourbook wrote it.
_hourbook_cli_records () {
  [[ -f $1 ]] || return 0
  sed -n '/"records": *\[/,$s/^[ {]*"id": *"\([A-Za-z0-9._-]*\)".*/\1/p' < "$1" 2> /dev/null
}

# Every file and folder.
_hourbook_cli_any_files () {
  local line
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$1")
  compopt -o filenames 2> /dev/null || true
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
  local program=$1 words=() options=() arguments=() pack='' library='' wanted='' value='' prefix='' word i n only=''
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
    _hourbook_cli_words "$value" $_hourbook_cli_commands help --help --version
    return
  fi
  if [[ ${words[0]} == help ]]; then
    ((n > 1)) || _hourbook_cli_words "$value" $_hourbook_cli_commands
    return
  fi
  read -r -a options < <(_hourbook_cli_options "${words[0]}")
  ((${#options[@]} > 0)) || return

  # What stands before the word to complete; $wanted is the option whose value that word is.
  for ((i = 1; i < n; i++)); do
    word=${words[i]}
    if [[ -n $wanted ]]; then
      [[ $wanted != pack ]] || pack=$word
      [[ $wanted != library ]] || library=$word
      wanted=
    elif [[ -n $only ]]; then
      arguments+=("$word")
    else
      case $word in
        --) only=yes ;;
        --pack=*) pack=${word#--pack=} ;;
        --library=*) library=${word#--library=} ;;
        --*=*) ;;
        --activity | --as-of | --column | --correction | --default | --document | --encoding | --end | --fact | --file | --form | --from | --id | --id-number | --level | --library | --limit | --max-file | --max-total | --note | --offset | --on-conflict | --pack | --profile | --reading | --search | --sheet | --start | --status | --subject | --title | --types | --verified | --work | --xlsx | --year) wanted=${word#--} ;;
        -p?*) pack=${word#-p} ;;
        -a) wanted=activity ;;
        -d) wanted=as-of ;;
        -f) wanted=fact ;;
        -l) wanted=level ;;
        -n) wanted=limit ;;
        -p) wanted=pack ;;
        -r) wanted=reading ;;
        -t) wanted=title ;;
        -y) wanted=year ;;
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
      subject) _hourbook_cli_words "$value" public professional ;;
      status) _hourbook_cli_words "$value" planned done submitted verified returned ;;
      on-conflict) _hourbook_cli_words "$value" keep replace both ;;
      form) _hourbook_cli_words "$value" logbook folder csv ;;
      encoding) _hourbook_cli_words "$value" utf-8 gb18030 utf-16le utf-16be ;;
      activity) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_ids "$program" activities '') ;;
      document) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_ids "$program" documents '') ;;
      fact) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_ids "$program" facts =) ;;
      profile) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_ids "$program" profile =; printf '%s=\n' name employer title region) ;;
      types) _hourbook_cli_words "$value" pdf jpg png tif webp heic ;;
      file | library | xlsx) _hourbook_cli_any_files "$value" ;;
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
    vocabulary:0) _hourbook_cli_words "$value" activities facts documents profile ;;
    describe:0) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_packs "$program") ;;
    explain:0)
      _hourbook_cli_files "$value"
      _hourbook_cli_lines "$value" '' < <(_hourbook_cli_kept "$program" ${library:+"--library=$library"})
      ;;
    explain:1) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_records "${arguments[0]}") ;;
    check-pack:0 | check:0 | assess:0 | apply:0 | compare:0) _hourbook_cli_files "$value" ;;
    edit:0 | show:0 | history:0 | attach:0 | detach:0) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_kept "$program" ${library:+"--library=$library"}) ;;
    remove:*)
      _hourbook_cli_lines "$value" '' < <(_hourbook_cli_kept "$program" ${library:+"--library=$library"})
      _hourbook_cli_lines "$value" '' < <(_hourbook_cli_serials "$program" ${library:+"--library=$library"})
      ;;
    detach:* | take-out:0) _hourbook_cli_lines "$value" '' < <(_hourbook_cli_serials "$program" ${library:+"--library=$library"}) ;;
    attach:* | inbox:* | take-out:1 | package:0 | import:0 | export:0 | backup:0 | restore-backup:0 | verify:0 | summarise:*) _hourbook_cli_any_files "$value" ;;
  esac
}

complete -F _hourbook_cli hourbook-cli
