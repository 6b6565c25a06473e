#!/bin/sh
# Puts the built site on a server, or goes back to the one before. Needs `tar` here and there, and `ssh` for another machine.
#
#   scripts/deploy/publish.sh user@server:/srv/handbook         publish dist/
#   scripts/deploy/publish.sh user@server:/srv/handbook back    go back to the release before
#
# The folder holds `releases/`, a folder each, and `current`, which leads to one of them and is what the web server serves.
# A release is uploaded whole before `current` is turned to it at once; ten are kept.
set -eu

target=${1:?'用法：publish.sh 用户@服务器:/文件夹 [back]'}
case $target in
  *:*) folder=${target#*:} ;;
  *) folder=$target ;;
esac
case $folder in
  /*) ;;
  *) echo "文件夹要从 / 写起：$target" >&2; exit 1 ;;
esac
case $folder in
  *[!A-Za-z0-9/._-]*) echo "文件夹的路径只能有字母、数字和 / . _ -：$folder" >&2; exit 1 ;;
esac

# Runs a command where the site lies.
there() {
  case $target in
    *:*) ssh "${target%%:*}" "$1" ;;
    *) sh -c "$1" ;;
  esac
}

case ${2-} in
  back)
    there "set -eu; cd $folder
      now=\$(basename \"\$(readlink current)\")
      before=\$(ls releases | grep -v '\.part\$' | sort | awk -v now=\"\$now\" '\$0 < now' | tail -n 1)
      if [ -z \"\$before\" ]; then echo '没有更早的版本' >&2; exit 1; fi
      ln -sfn \"releases/\$before\" next && mv -T next current
      echo \"退回到 \$before\""
    ;;
  '')
    if [ ! -f dist/index.html ]; then
      echo '没有生成好的网站（dist 文件夹）：先运行 npm run check -- --production 和 npm run build' >&2
      exit 1
    fi
    # The robots.txt of a preview turns all away.
    if grep -qx 'Disallow: /' dist/robots.txt; then
      echo 'dist 里是预览，不能正式发布：先运行 npm run build' >&2
      exit 1
    fi
    release=$(date -u +%Y%m%dT%H%M%SZ)
    there "mkdir -p $folder/releases/$release.part"
    tar -C dist -cf - . | there "tar -C $folder/releases/$release.part -xf -"
    there "set -eu; cd $folder
      mv releases/$release.part releases/$release
      ln -sfn releases/$release next && mv -T next current
      ls releases | sort | head -n -10 | while read -r old; do rm -rf \"releases/\$old\"; done"
    echo "发布了 $release"
    ;;
  *) echo "不认识的“$2”：只有 back" >&2; exit 1 ;;
esac
