@echo off
rem Builds the command and the program where a source changed, then runs the command: platform --help
rem MSBuild itself finds out what changed, which takes two seconds; --no-build runs what is there.
setlocal
set "ROOT=%~dp0"
set "CLI=%ROOT%tools\cli\bin\Debug\net10.0\cli.dll"
set DOTNET_NOLOGO=1

where dotnet >nul 2>nul || (
  echo error: the .NET SDK is not installed; get version 10 at https://dot.net/download. 1>&2
  exit /b 3
)

echo " %* " | findstr /c:" --no-build " >nul && goto run

if not exist "%ROOT%.build" mkdir "%ROOT%.build"
if not exist "%CLI%" echo platform: building for the first time, this takes a minute or two... 1>&2
dotnet build "%ROOT%platform.slnf" -nologo -v:quiet -tl:off -clp:NoSummary > "%ROOT%.build\build.log" 2>&1 || (
  findstr /r /c:" error " "%ROOT%.build\build.log" 1>&2
  echo error: the build failed; %ROOT%.build\build.log has everything. 1>&2
  exit /b 3
)

:run
if not exist "%CLI%" (
  echo error: there is no build yet; run once without --no-build. 1>&2
  exit /b 3
)
dotnet "%CLI%" %*
exit /b %ERRORLEVEL%
