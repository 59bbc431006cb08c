@echo off
rem Starts Weekbench: finds its own folder and a Java, and keeps a class-data archive so that later starts are fast.
rem WEEKBENCH_OPTS holds further options for the JVM, for example -Xmx512m.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /i " version "') do set "VERSION=%%~v"
if not defined VERSION (
  echo weekbench: Java 17 or newer is needed; put java on the PATH or set JAVA_HOME 1>&2
  exit /b 1
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo weekbench: Java 17 or newer is needed; %JAVA% is %VERSION% 1>&2
  exit /b 1
)

set "FLAGS=-Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8"
if %MAJOR% GEQ 23 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"

rem Java 19 and newer make, check and renew the archive themselves; older ones ignore the wish.
set "CACHE=%LOCALAPPDATA%\weekbench"
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\java-%VERSION%.jsa" ^
  %FLAGS% "-Dweekbench.distribution=%HOME_DIR%" %WEEKBENCH_OPTS% ^
  -jar "%HOME_DIR%\lib\weekbench-host-@project.version@.jar" %*
exit /b %ERRORLEVEL%
