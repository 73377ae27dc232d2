#!/usr/bin/env bash
# What the tests need beyond npm: found on PATH, or installed with apt when CI=true or ARYK_INSTALL=1.
set -euo pipefail

# command and the Debian package that has it
needs=("redis-server redis-server" "chromium chromium")

missing=()
for need in "${needs[@]}"; do
  read -r command package <<<"$need"
  command -v "$command" >/dev/null || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "${CI:-}" = true ] || [ "${ARYK_INSTALL:-}" = 1 ]; then
  run=()
  [ "$(id -u)" -eq 0 ] || run=(sudo)
  "${run[@]}" apt-get update -qq
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  exit 0
fi

echo "The tests need ${missing[*]}: run 'sudo apt-get install ${missing[*]}', or let the tests do it with 'ARYK_INSTALL=1 npm test'." >&2
exit 1
