@echo off
chcp 65001 >nul
cd /d "%~dp0"
title 编辑台
where npm >nul 2>nul || (echo 这台电脑还没有装 Node.js：到 https://nodejs.org/ 下载 LTS 版，装好以后再双击一次。& pause & exit /b 1)
if not exist node_modules (echo 第一次打开，要下载一些东西，请等几分钟…… & call npm ci || (echo 没有下载成：请检查网络，或请技术人员帮忙。& pause & exit /b 1))
call npm run --silent desk || pause
