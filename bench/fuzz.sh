#!/usr/bin/env bash
# Coverage-guided fuzzing of one target with Jazzer (Apache-2.0, fetched by Maven, never shipped).
#
#   bench/fuzz.sh TARGET SECONDS [INPUT...]
#
# TARGET is the class name of an XxxFuzz in some module's tests, with or without its package. INPUTs are further files or folders
# to start from (files above 64 KiB are passed over), beside the kept ones in src/test/resources/fuzz/TARGET/. What was learned
# and what failed stays in target/fuzz/TARGET/: corpus/, and findings/ with one input and one stack trace for each defect. An
# input fails that throws what is no refusal, takes more than 1 s of CPU or allocates more than 64 MiB.
# Needs a build: ./symbolon build. Ends with 1 if anything was found.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
jazzer_version=0.30.0
max_input_bytes=65536

if [ $# -lt 2 ]; then
  sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
target=$1 seconds=$2
shift 2

source=$(find . -path "*/src/test/java/*/${target##*.}.java" -print -quit)
if [ -z "$source" ]; then
  echo "No such target. There are:" >&2
  find . -path '*/src/test/java/*/fuzz/*Fuzz.java' ! -name LimitedFuzz.java -printf '  %f\n' | sed 's/\.java$//' | sort >&2
  exit 66
fi
module=${source#./}
module=${module%%/src/test/java/*}
class=${source#*/src/test/java/}
class=${class%.java}
class=${class//\//.}
name=${class##*.}

work=$PWD/target/fuzz
out=$work/$name
mkdir -p "$out/seeds" "$out/corpus" "$out/findings"
jazzer=$work/jazzer-$jazzer_version
if [ ! -e "$jazzer/complete" ]; then
  for artifact in jazzer jazzer-api; do
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact="com.code-intelligence:$artifact:$jazzer_version" -DoutputDirectory="$jazzer" -Dmdep.useBaseVersion=true
  done
  touch "$jazzer/complete"
fi

kept=$module/src/test/resources/fuzz/$name
[ ! -d "$kept" ] || set -- "$kept" "$@"
number=0
if [ $# -gt 0 ]; then
  while IFS= read -r -d '' file; do
    number=$((number + 1))
    cp "$file" "$out/seeds/$number"
  done < <(find "$@" -type f -size -$((max_input_bytes + 1))c -print0)
fi

classes=dicom-core/target/test-classes
for folder in */target/classes */target/test-classes; do classes=$classes:$folder; done
set +e
java -Xmx1g -XX:-OmitStackTraceInFastThrow -Djava.awt.headless=true -Dsymbolon.fuzz.target="$class" ${FUZZ_JAVA_OPTS:-} \
  -cp "$jazzer/*:$classes:launcher/target/lib/*" com.code_intelligence.jazzer.Jazzer \
  --target_class=org.symbolon.dicom.fuzz.LimitedFuzz --instrumentation_includes='org.symbolon.**' \
  --custom_hook_includes='org.symbolon.**' --keep_going=50 --reproducer_path="$out/findings" \
  -artifact_prefix="$out/findings/" -max_total_time="$seconds" -max_len=$max_input_bytes -timeout=30 -rss_limit_mb=0 \
  -print_final_stats=1 "$out/corpus" "$out/seeds" >"$out/log" 2>&1
status=$?
set -e
sed -n 's/^stat::\(number_of_executed_units\|average_exec_per_sec\|new_units_added\):/\1/p' "$out/log"
grep -E '^== Java Exception|cov: ' "$out/log" | grep -v 'cov:' | sort | uniq -c || true
grep -E 'cov: ' "$out/log" | tail -1 || true
found=$(find "$out/findings" -type f -name 'crash-*' -o -type f -name 'timeout-*' -o -type f -name 'oom-*' | wc -l)
echo "$name: $seconds s, $found findings in ${out#"$PWD"/}/findings, log in ${out#"$PWD"/}/log (Jazzer's exit code $status)"
[ "$found" = 0 ]
