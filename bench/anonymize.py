#!/usr/bin/python3
"""De-identification from file to file, beside cp -r, DCMTK's dcmodify and a pydicom script, each in turn in one run.

usage: bench/anonymize.py [--ct-generator PATH/gen_ct.py] [--files 10000] [--work DIR] [--profile archive]

Needs a built ./symbolon, and for the peers Debian's dcmtk and python3-pydicom. Of our one run over all files the second half is
shown (the process says how far it was when), beside cp -r of the same files, and the whole process; the peers run over 1,000 files.
With the generator, its six objects of 59 to 98 MB too. Prints a table; progress goes to stderr. Some 20 GB of disk.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from measuring import OURS, SYMBOLON, note, run
from synthetic_ct import files_of, write_set

PEER_FILES = 1000
ROOT_UID = b"3680043.10.1999"
PYDICOM = """
import pathlib, sys, pydicom
target = pathlib.Path(sys.argv[2])
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.dcm")):
    data = pydicom.dcmread(file)
    data.PatientName, data.PatientID, data.AccessionNumber = "ANON", "ANON", ""
    data.remove_private_tags()
    for tag in ("PatientBirthDate", "InstitutionName", "ReferringPhysicianName", "StationName", "PatientAddress"):
        if tag in data:
            delattr(data, tag)
    data.save_as(target / file.name)
"""


def multiplied(files, folder, count):
    """Folders of the same images with UIDs of their own."""
    for number in range(0, count, len(files)):
        part = folder / f"part{number // len(files):03d}"
        part.mkdir(parents=True)
        uid = ROOT_UID[:-4] + b"2%03d" % (number // len(files))
        for file in files[:count - number]:
            (part / file.name).write_bytes(file.read_bytes().replace(ROOT_UID, uid))


def per_file(name, result, files):
    peak = f"{result['peak_mib']:.0f} MiB" if result.get("peak_mib") else ""
    print(f"| {name} | {result['wall'] * 1000 / files:.2f} | {result['cpu'] * 1000 / files:.2f} | {peak} |", flush=True)


class Bench:
    def __init__(self, work, profile):
        self.work = work
        self.profile = profile
        self.folders = 0
        self.password = work / "password"
        self.password.write_text("bench bench\n")
        self.keystore = work / "bench.p12"
        subprocess.run([SYMBOLON, "keystore", "create", str(self.keystore), "--organisation", "bench", "--password-file",
                        str(self.password)], check=True, env=OURS, stdout=subprocess.DEVNULL)

    def fresh(self, name):
        """Nothing is deleted before the end: file systems are slow where many files were deleted just before."""
        self.folders += 1
        return self.work / f"{name}{self.folders}"

    def anonymize(self, source):
        out, halves = self.fresh("anonymous"), self.fresh("identity")
        with tempfile.TemporaryFile("w+") as answer:
            whole = run([SYMBOLON, "anonymize", source, "--out", out, "--profile", self.profile, "--keystore", self.keystore,
                         "--password-file", self.password, "--identity-out", halves, "--json"], env=OURS, stdout=answer)
            answer.seek(0)
            said = json.loads(answer.read().splitlines()[-1])
        halves_bytes = sum(file.stat().st_size for file in halves.iterdir())
        return whole, said, halves_bytes

    def copy(self, *sources):
        target = self.fresh("copy")
        target.mkdir()
        result = run(["cp", "-r", *sources, target])
        return result

    def dcmodify(self, source):
        target = self.fresh("copy")
        copied = run(["cp", "-r", source, target])
        result = run(["dcmodify", "-nb", "-imt", "-ma", "PatientName=ANON", "-ma", "PatientID=ANON", "-ma", "AccessionNumber=", "-ea",
                      "PatientBirthDate", "-ea", "InstitutionName", "-ea", "ReferringPhysicianName", *files_of(target)])
        return {"wall": copied["wall"] + result["wall"], "cpu": copied["cpu"] + result["cpu"], "peak_mib": result["peak_mib"]}

    def pydicom(self, source):
        target = self.fresh("copy")
        target.mkdir()
        result = run(["/usr/bin/python3", "-c", PYDICOM, source, target])
        return result


def settle(*folders):
    """The same start for everybody: nothing waits to be written, memory holds the sources and (for root) no other file."""
    os.sync()
    if os.geteuid() == 0:
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("1")
    for folder in folders:
        for file in files_of(folder):
            file.read_bytes()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ct-generator", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=10000)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--profile", default="archive")
    arguments = parser.parse_args()
    arguments.set = None
    work = pathlib.Path(tempfile.mkdtemp(prefix="symbolon-bench-", dir=arguments.work))
    try:
        bench = Bench(work, arguments.profile)
        base = write_set(work / "base", arguments)
        source = work / "files"
        note("multiplying ...")
        multiplied(files_of(base), source, arguments.files)
        parts = sorted(source.iterdir())
        second = parts[len(parts) // 2:]
        half = sum(len(files_of(part)) for part in second)
        settle(*parts)

        print("| CT of 527 KB | wall, ms a file | CPU, ms a file | peak memory |\n|---|---|---|---|")
        copied = bench.copy(*second)
        per_file(f"`cp -r`, {half:,} files", copied, half)
        settle(*parts)
        whole, said, halves = bench.anonymize(source)
        marks = {mark["files"]: mark for mark in said["marks"]}
        first, last = marks[arguments.files - half], marks[arguments.files]
        warm_part = {"wall": last["seconds"] - first["seconds"], "cpu": last["cpuSeconds"] - first["cpuSeconds"]}
        per_file(f"`symbolon anonymize`, files {arguments.files - half + 1:,} to {arguments.files:,}", warm_part, half)
        per_file(f"the whole process, {arguments.files:,} files", whole, arguments.files)
        settle(*parts)
        again = bench.copy(*second)
        per_file("`cp -r` again", again, half)
        settle(parts[0])
        per_file("`cp -r` and `dcmodify`, 6 tags", bench.dcmodify(parts[0]), PEER_FILES)
        settle(parts[0])
        per_file("pydicom, 8 attributes and private tags", bench.pydicom(parts[0]), PEER_FILES)
        cp_wall, cp_cpu = (copied["wall"] + again["wall"]) / 2, (copied["cpu"] + again["cpu"]) / 2
        print(f"\nWall {warm_part['wall'] / cp_wall:.2f} x `cp -r` (bar 1.5); CPU {(warm_part['cpu'] - cp_cpu) * 1000 / half:+.2f} ms a file"
              f" (bar +0.25); peak {whole['peak_mib']:.0f} MiB (bar 150); identity folder {halves / arguments.files:.0f} bytes a file.")

        large = work / "base" / "mg"
        if large.is_dir():
            settle(large)
            copied = bench.copy(large)
            settle(large)
            ours, said, _ = bench.anonymize(large)
            print(f"\nSix objects of 59 to 98 MB: `cp -r` {copied['wall']:.2f} s; `symbolon anonymize` {said['seconds']:.2f} s at work"
                  f" ({said['seconds'] / copied['wall']:.2f} x, bar 1.3), {ours['wall']:.2f} s with start and end, peak {ours['peak_mib']:.0f} MiB.")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
