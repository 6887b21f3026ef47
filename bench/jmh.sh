#!/usr/bin/env bash
# Micro-benchmarks of the DICOM toolkit with JMH: builds them and runs those whose name matches.
#
#   bench/jmh.sh [PATTERN] [JMH OPTION...]        bench/jmh.sh HeaderParse -f 1
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
mvn -q -B -Pbench -pl bench -am -DskipTests -Dspotless.check.skip=true package >&2
exec java -cp "bench/target/classes:bench/target/lib/*" org.openjdk.jmh.Main "$@"
