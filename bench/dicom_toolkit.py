#!/usr/bin/python3
"""The DICOM toolkit beside DCMTK, pydicom and cp, in turn in one run, whole processes: the figures of docs/performance.md.

usage: bench/dicom_toolkit.py [--all | PART...] [--set DIR | --ct-generator SCRIPT] [--work DIR] [--rounds N]

PART is one of parse, copy, json, store, receive, large, many. The set is a folder of CT files; SCRIPT is run as SCRIPT DIR 1000 and
leaves them in DIR/ct; without either 1,000 synthetic CT of 512 x 512 pixels are written. Needs a built ./symbolon, Debian's dcmtk and
python3-pydicom. Servers listen on 127.0.0.1 on free ports and are ended by their own process id. A part that fails is reported and the
others go on. Progress goes to stderr, one JSON object to stdout. Without "parse" (which runs JMH) nothing is built.
"""
import argparse
import json
import os
import pathlib
import shutil
import socket
import struct
import sys
import tempfile
import time
import traceback

from measuring import DCMTK, OURS, ROOT, SYMBOLON, Running, Server, free_port, note, run
from synthetic_ct import ct, files_of, write_set

COPY_HALF = 5000


# --- parts

def parse(files, folder, work):
    """The set, headers alone: whole processes; then JMH from memory."""
    tag = ["dump", "--tag", "SOPInstanceUID"]
    script = ("import pydicom,sys,pathlib\nfor p in sorted(pathlib.Path(sys.argv[1]).rglob('*')):\n"
              " p.is_file() and pydicom.dcmread(p, stop_before_pixels=True).SOPInstanceUID")
    rows = {"files": len(files)}
    rows["symbolon dicom dump --tag"] = run([SYMBOLON, "dicom", *tag, folder], OURS)
    rows["dcmdump +P"] = run(["dcmdump", "-M", "+P", "0008,0018", "+sd", folder])
    rows["pydicom dcmread(stop_before_pixels)"] = run(["/usr/bin/python3", "-c", script, folder])
    note("JMH: HeaderParse ...")
    result = work / "jmh.json"
    run([ROOT / "bench" / "jmh.sh", "HeaderParse", "-f", "1", "-wi", "3", "-w", "2", "-i", "5", "-r", "2", "-rf", "json", "-rff", result])
    for benchmark in json.loads(result.read_text()):
        rows[benchmark["benchmark"].rsplit(".", 1)[1]] = {"files_per_second": benchmark["primaryMetric"]["score"],
                                                         "error": benchmark["primaryMetric"]["scoreError"]}
    return rows


def copy(files, folder, work):
    """10,000 files, of which the second half counts: cp -r, then symbolon dicom copy."""
    source = work / "copy-in"
    for half in ("a", "b"):
        (source / half).mkdir(parents=True)
        for number in range(COPY_HALF):
            os.link(files[number % len(files)], source / half / f"{number:05d}.dcm")
    rows = {"files": COPY_HALF, "of": 2 * COPY_HALF, "bytes": sum(files[n % len(files)].stat().st_size for n in range(COPY_HALF))}
    target = work / "copy-cp"
    os.sync()
    run(["cp", "-r", source / "a", target])
    begin = time.monotonic()
    rows["cp -r"] = run(["cp", "-r", source / "b", target / "b"])
    rows["cp -r"]["wall"] = time.monotonic() - begin
    shutil.rmtree(target)
    os.sync()
    target = work / "copy-ours"
    first = target / "b" / "00000.dcm"
    running = Running([SYMBOLON, "dicom", "copy", source, target], OURS)
    while not first.exists() and running.process.poll() is None:
        time.sleep(0.005)
    begin, cpu = time.monotonic(), cpu_of(running.process.pid)
    whole = running.end()
    rows["symbolon dicom copy"] = {"wall": running.begin + whole["wall"] - begin, "cpu": whole["cpu"] - cpu,
                                   "peak_mib": whole["peak_mib"], "wall_of_all": whole["wall"], "cpu_of_all": whole["cpu"]}
    rows["wall_ratio"] = rows["symbolon dicom copy"]["wall"] / rows["cp -r"]["wall"]
    shutil.rmtree(target)
    shutil.rmtree(source)
    return rows


def as_json(files, folder, work):
    """JSON with pixel data inline: ours of all files in one process, the peers of 100 files."""
    out = work / "json"
    out.mkdir()
    some = files[:100]
    rows = {"files": len(files), "files_of_peers": len(some)}
    rows["symbolon dicom json"] = run([SYMBOLON, "dicom", "json", folder, "--out", out], OURS)
    shutil.rmtree(out)
    out.mkdir()
    begin, cpu = time.monotonic(), 0.0
    for file in some:
        cpu += run(["dcm2json", file, out / (file.name + ".json")])["cpu"]
    rows["dcm2json, a process each"] = {"wall": time.monotonic() - begin, "cpu": cpu}
    script = ("import pydicom,sys\nfor p in sys.argv[2:]:\n"
              " open(sys.argv[1]+'/'+p.rsplit('/',1)[1]+'.json','w').write(pydicom.dcmread(p).to_json(suppress_invalid_tags=True))")
    rows["pydicom to_json"] = run(["/usr/bin/python3", "-c", script, out, *some])
    shutil.rmtree(out)
    for name, count in (("symbolon dicom json", len(files)), ("dcm2json, a process each", len(some)), ("pydicom to_json", len(some))):
        rows[name]["wall_ms_a_file"] = 1000 * rows[name]["wall"] / count
        rows[name]["cpu_ms_a_file"] = 1000 * rows[name]["cpu"] / count
    return rows


def shares(files, count, work):
    folders = []
    for number in range(count):
        share = work / f"share-{count}-{number}"
        if not share.exists():
            share.mkdir()
            for index, file in enumerate(files[number::count]):
                os.link(file, share / f"{index:06d}")
        folders.append(share)
    return folders


def storescu(files, associations, port, work):
    """DCMTK's client, a process for each association."""
    folders = shares(files, associations, work)
    begin = time.monotonic()
    running = [Running(["storescu", "-aec", "STORESCP", "+sd", "127.0.0.1", port, folder], DCMTK) for folder in folders]
    ended = [one.end() for one in running]
    return {"wall": time.monotonic() - begin, "cpu": sum(one["cpu"] for one in ended), "peak_mib": max(o["peak_mib"] for o in ended)}


def our_store(folder, associations, port):
    return run([SYMBOLON, "dicom", "store", f"STORESCP@127.0.0.1:{port}", folder, "--associations", associations], OURS)


def rated(row, files):
    row["files_per_second"] = len(files) / row["wall"]
    row["cpu_s_per_1000"] = 1000 * row["cpu"] / len(files)
    return row


def storescp(work, associations, discard):
    port = free_port()
    out = pathlib.Path(tempfile.mkdtemp(dir=work))
    fork = ["--fork"] if associations > 1 else []
    return port, out, Server(["storescp", *(["--ignore"] if discard else ["+B", "-od", out]), *fork, port], port, DCMTK)


def store(files, folder, work):
    """Clients against the same discarding server of DCMTK: storescu, then symbolon dicom store, JVM start included."""
    rows = []
    for associations in (1, 4):
        for name in ("storescu", "symbolon dicom store"):
            port, out, server = storescp(work, associations, True)
            with server:
                row = storescu(files, associations, port, work) if name == "storescu" else our_store(folder, associations, port)
                rows.append(rated({"client": name, "associations": associations, **row}, files))
                note(f"  {name}, {associations}: {rows[-1]['files_per_second']:.0f} files/s, CPU {rows[-1]['cpu_s_per_1000']:.2f} s")
            shutil.rmtree(out)
    return rows


def receive(files, folder, work):
    """Servers that write plain files, with storescu as the client of all: the set twice into the same process."""
    rows = []
    for associations in (1, 4):
        for name in ("storescp +B", "symbolon dicom receive --no-fsync", "symbolon dicom receive"):
            if name.startswith("storescp"):
                port, out, server = storescp(work, associations, False)
            else:
                port, out = free_port(), pathlib.Path(tempfile.mkdtemp(dir=work))
                flags = ["--no-fsync"] if "--no-fsync" in name else []
                server = Server([SYMBOLON, "dicom", "receive", "--port", port, "--out", out, *flags], port, OURS)
            with server:
                for turn in ("first", "second"):
                    for file in files_of(out):
                        file.unlink()
                    cpu = server.cpu()
                    row = storescu(files, associations, port, work)
                    time.sleep(0.5)  # a child that has ended is counted once its parent has waited for it
                    row.update(cpu=server.cpu() - cpu, peak_mib=server.peak_mib())
                    written = len(files_of(out))
                    rows.append(rated({"server": name, "associations": associations, "turn": turn, "written": written, **row}, files))
                    note(f"  {name}, {associations}, {turn}: {rows[-1]['files_per_second']:.0f} files/s, "
                         f"CPU {rows[-1]['cpu_s_per_1000']:.2f} s, {written} files")
            shutil.rmtree(out)
    return rows


# Nothing large is held in this process: the peak memory of a child begins with that of its parent.

def write_large(path, frames):
    frame = bytes(512 * 512 * 2)
    head = ct(1, b"", frames=frames)
    with path.open("wb") as out:
        out.write(head[:-4] + struct.pack("<I", len(frame) * frames))
        for _ in range(frames):
            out.write(frame)


def same_tail(one, other, count):
    """Whether two files are equal in so many bytes at their ends: the meta groups differ."""
    with one.open("rb") as a, other.open("rb") as b:
        a.seek(-count, os.SEEK_END)
        b.seek(-count, os.SEEK_END)
        while True:
            chunk = a.read(1 << 20)
            if chunk != b.read(1 << 20):
                return False
            if not chunk:
                return True


def large(files, folder, work):
    """An object of 500 MB from symbolon dicom store to symbolon dicom receive, 128 MB of heap each."""
    small = dict(OURS, SYMBOLON_HEAP="128m")
    source, out = work / "large.dcm", work / "large-out"
    out.mkdir()
    frames = 500 * 1000 * 1000 // (512 * 512 * 2)
    write_large(source, frames)
    size = source.stat().st_size
    port = free_port()
    with Server([SYMBOLON, "dicom", "receive", "--port", port, "--out", out, "--no-fsync"], port, small) as server:
        idle = server.peak_mib()
        sent = run([SYMBOLON, "dicom", "store", f"ANY@127.0.0.1:{port}", source], small)
        peak = server.peak_mib()
    written = files_of(out)
    same = len(written) == 1 and same_tail(source, written[0], size - 1024)
    source.unlink()
    shutil.rmtree(out)
    return {"bytes": size, "identical": same, "wall": sent["wall"], "store_peak_rss_mib": sent["peak_mib"],
            "receive_idle_rss_mib": idle, "receive_peak_rss_mib": peak}


def associate_request():
    item = lambda kind, body: struct.pack(">BBH", kind, 0, len(body)) + body
    context = item(0x20, b"\1\0\0\0" + item(0x30, b"1.2.840.10008.1.1") + item(0x40, b"1.2.840.10008.1.2"))
    user = item(0x50, item(0x51, struct.pack(">I", 16384)) + item(0x52, b"1.2.3.4"))
    body = struct.pack(">HH", 1, 0) + b"ANY".ljust(16) + b"BENCH".ljust(16) + bytes(32) + item(0x10, b"1.2.840.10008.3.1.1.1") + context + user
    return struct.pack(">BBI", 1, 0, len(body)) + body


def echo_request():
    el = lambda number, body: struct.pack("<HHI", 0, number, len(body)) + body
    command = (el(2, b"1.2.840.10008.1.1\0") + el(0x100, b"\x30\0") + el(0x110, b"\1\0") + el(0x800, b"\1\1"))
    command = el(0, struct.pack("<I", len(command))) + command
    return struct.pack(">BBIIBB", 4, 0, len(command) + 6, len(command) + 2, 1, 3) + command


def read_pdu(connection):
    head = b""
    while len(head) < 6:
        more = connection.recv(6 - len(head))
        if not more:
            return 0  # closed
        head += more
    kind, _, length = struct.unpack(">BBI", head)
    while length:
        more = len(connection.recv(length))
        if not more:
            return 0
        length -= more
    return kind


def many(files, folder, work):
    """200 associations open at once on one symbolon dicom receive, each answering a C-ECHO."""
    port, out, count = free_port(), work / "many-out", 200
    with Server([SYMBOLON, "dicom", "receive", "--port", port, "--out", out], port, OURS) as server:
        idle, cpu, begin = server.peak_mib(), server.cpu(), time.monotonic()
        connections = []
        for _ in range(count):
            connection = socket.create_connection(("127.0.0.1", port), 10)
            connection.settimeout(10)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.sendall(associate_request())
            connections.append(connection)
        accepted = [connection for connection in connections if read_pdu(connection) == 2]
        opened = time.monotonic() - begin
        for connection in accepted:
            connection.sendall(echo_request())
        answered = sum(1 for connection in accepted if read_pdu(connection) == 4)
        for connection in accepted:
            connection.sendall(struct.pack(">BBII", 5, 0, 4, 0))
        released = sum(1 for connection in accepted if read_pdu(connection) == 6)
        wall = time.monotonic() - begin
        for connection in connections:
            connection.close()
        return {"associations": count, "accepted_at_once": len(accepted), "echoes": answered, "released": released, "open_seconds": opened,
                "wall": wall, "cpu": server.cpu() - cpu, "idle_rss_mib": idle, "peak_rss_mib": server.peak_mib()}


PARTS = {"copy": copy, "store": store, "receive": receive, "large": large, "many": many, "json": as_json, "parse": parse}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--all", action="store_true", help="every part")
    parser.add_argument("--set", type=pathlib.Path, help="folder of CT files")
    parser.add_argument("--ct-generator", type=pathlib.Path, help="script that writes 1,000 CT")
    parser.add_argument("--work", type=pathlib.Path, help="folder for what is written, on the disk to measure, on which the set lies too;"
                        " emptied at the end")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    parts = list(PARTS) if arguments.all or not arguments.parts else arguments.parts
    result = {"load_before": os.getloadavg()[0]}
    failed = False
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(dir=arguments.work) as folder:
        work = pathlib.Path(folder)
        folder = write_set(work / "set", arguments)
        files = files_of(folder)
        result.update(files=len(files), bytes=sum(file.stat().st_size for file in files))
        if folder.stat().st_dev != work.stat().st_dev:
            raise SystemExit("--work must lie on the disk of the set: files are linked")
        for part in parts:
            for _ in range(arguments.rounds):
                note(f"{part} ...")
                room = work / part
                room.mkdir()
                try:
                    rows = PARTS[part](files, folder, room)
                    note(json.dumps(rows) if part not in ("store", "receive") else f"{part} done")
                    result.setdefault(part, []).append(rows)
                except (RuntimeError, OSError, ValueError, KeyError) as failure:
                    failed = True
                    note(traceback.format_exc())
                    result.setdefault(part, []).append({"failed": str(failure)})
                shutil.rmtree(room, ignore_errors=True)
    result["seconds"] = time.monotonic() - begin
    print(json.dumps(result, indent=1))
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
