@echo off
setlocal DisableDelayedExpansion
rem The session/info call of EnOS, as EnOS Session Inspector makes it.
rem Where an environment wants calls signed by an application, its headers are missing.
if not defined ENOS_TOKEN (
  echo Put the session ID into ENOS_TOKEN first: set /p ENOS_TOKEN=
  exit /b 1
)
cmd /v:on /c "echo Authorization: Bearer !ENOS_TOKEN!"| curl.exe --silent --show-error --include --globoff --request POST ^
  --header @- ^
  --header "Accept: application/json" ^
  --header "Content-Type: application/json" ^
  --header "Content-Length: 0" ^
  --url "https://apim-production.example.com/enos-iam-service/v2.0/session/info"
