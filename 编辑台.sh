#!/bin/sh
# Opens the editing desk: by a double click on 编辑台.desktop, or in a terminal.
cd "$(dirname "$0")" || exit 1
wait_and_leave() {
  echo "$1"
  printf '按回车关上这个窗口。'
  read -r _
  exit 1
}
command -v npm >/dev/null || wait_and_leave '这台电脑还没有装 Node.js：装好 LTS 版（https://nodejs.org/）再打开一次。'
if [ ! -d node_modules ]; then
  echo '第一次打开，要下载一些东西，请等几分钟……'
  npm ci || wait_and_leave '没有下载成：请检查网络，或请技术人员帮忙。'
fi
npm run --silent desk || wait_and_leave '编辑台没有开起来，原因在上面。'
