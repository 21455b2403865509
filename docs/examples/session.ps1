# The session/info call of EnOS, as EnOS Session Inspector makes it.
# Where an environment wants calls signed by an application, its headers are missing.
if (-not $env:ENOS_TOKEN) {
  throw 'Put the session ID into $env:ENOS_TOKEN first: $env:ENOS_TOKEN = Read-Host'
}
"Authorization: Bearer $env:ENOS_TOKEN" | curl.exe --silent --show-error --include --globoff --request POST `
  --header '@-' `
  --header 'Accept: application/json' `
  --header 'Content-Type: application/json' `
  --header 'Content-Length: 0' `
  --url 'https://apim-production.example.com/enos-iam-service/v2.0/session/info'
