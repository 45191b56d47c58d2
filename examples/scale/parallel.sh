#!/usr/bin/env bash
# `analyze` over a file with GNU parallel: blocks of whole lines to as many processes as there are cores, results in the order of the input.
#
#     parallel.sh articles.jsonl > analyses.jsonl
#     mujaz build desk --analyses analyses.jsonl        # with MUJAZ_ARGS="--whole --workspace desk"
#
# Over several machines: add `--sshlogin host1,host2 --transferfile` and the like; each needs the binary and nothing else.
set -euo pipefail
mujaz=${MUJAZ:-mujaz}
RAYON_NUM_THREADS=1 parallel --pipepart --arg-file "$1" --block "${BLOCK:-8M}" --keep-order --line-buffer "$mujaz" analyze ${MUJAZ_ARGS:-} -
