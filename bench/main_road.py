#!/usr/bin/python3
"""The first figures of docs/performance.md: de-identification file to file, and C-STORE ingest, beside peers in one run.

usage: bench/main_road.py SET [--only deidentify|ingest] [--rounds N] [--work DIR]

SET is a folder of DICOM files, for example the ct/ folder that the benchmark generator writes (1,000 CT of 527,660 bytes).
Needs a built ./symbolon and, for the peers, Debian's dcmtk and orthanc. Every server listens on 127.0.0.1 on a free port and is
ended by its own process id. Prints one JSON object; progress goes to stderr.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from measuring import SYMBOLON, Server, free_port, note, run


def store(files, associations, port, title, tls, work):
    """Sends the files with DCMTK's storescu, the same client for every server; wall seconds."""
    shares = [files[i::associations] for i in range(associations)]
    environment = dict(os.environ, TCP_NODELAY="1")
    processes = []
    begin = time.monotonic()
    for number, share in enumerate(shares):
        listing = work / f"share{number}"
        if listing.exists():
            shutil.rmtree(listing)
        listing.mkdir()
        for index, file in enumerate(share):
            os.link(file, listing / f"{index:06d}")
    begin = time.monotonic()
    for number in range(associations):
        command = ["storescu", "-aec", title, "+sd", *tls, "127.0.0.1", str(port), str(work / f"share{number}")]
        processes.append(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
    for process in processes:
        _, err = process.communicate(timeout=1800)
        if process.returncode != 0:
            raise SystemExit(f"storescu ended with {process.returncode}: {err[-1000:].decode(errors='replace')}")
    return time.monotonic() - begin


def certificates(work):
    keys = work / "keys"
    keys.mkdir()
    password = work / "password"
    password.write_text("benchmark\n")
    run([SYMBOLON, "certificates", "--out", str(keys), "--organisation", "bench", "--password-file", str(password)])
    client = ["+tls", str(keys / "agent-key.pem"), str(keys / "agent-certificate.pem"), "+cf", str(keys / "authority.pem")]
    server = ["+tls", str(keys / "data-centre-key.pem"), str(keys / "data-centre-certificate.pem"), "+cf", str(keys / "authority.pem")]
    return keys, password, client, server


def deidentify(source, work, rounds):
    password = work / "keystore-password"
    password.write_text("benchmark\n")
    keystore = work / "keystore.p12"
    if not keystore.exists():
        run([SYMBOLON, "keystore", "create", str(keystore), "--organisation", "bench", "--password-file", str(password)])
    rows = []
    for number in range(rounds):
        copy, out, halves = work / "copy", work / f"anonymous{number}", work / f"halves{number}"
        shutil.rmtree(copy, ignore_errors=True)
        os.sync()
        copied = run(["cp", "-r", str(source), str(copy)])
        os.sync()
        ours = run([SYMBOLON, "anonymize", str(source), "--out", str(out), "--profile", "archive", "--keystore",
                    str(keystore), "--password-file", str(password), "--identity-out", str(halves)])
        rows.append({"cp": copied, "symbolon": ours, "wall_ratio": ours["wall"] / copied["wall"]})
        note(f"de-identify round {number + 1}: cp {copied['wall']:.2f} s, symbolon {ours['wall']:.2f} s")
        shutil.rmtree(copy)
    return rows, work / "anonymous0"


def symbolon_server(work, keys, password, round_name):
    port = free_port()
    data = work / f"mdc-{round_name}"
    command = [SYMBOLON, "mdc", "start", "--data-dir", str(data),
               "-D", f"dicom.port={port}",
               "-D", f"tls.keystore={keys / 'data-centre.p12'}", "-D", f"tls.keystore-password-file={password}",
               "-D", f"tls.truststore={keys / 'truststore.p12'}", "-D", f"tls.truststore-password-file={password}",
               "-D", "organisation.bench=bench"]
    return port, Server(command, port)


def ingest(anonymous, work, rounds):
    files = sorted(path for path in anonymous.rglob("*") if path.is_file())
    keys, password, client, server_tls = certificates(work)
    rows = []
    for number in range(rounds):
        for tls in (False, True):
            scu = client if tls else []
            suffix = " TLS" if tls else ""
            for associations in (1, 4):
                # a fresh folder each time, so that nobody overwrites
                out = work / f"storescp-{number}-{tls}-{associations}"
                out.mkdir()
                port = free_port()
                # one association needs no fork, and then the peak memory is that of the process that receives
                fork = [] if associations == 1 else ["--fork"]
                server = Server(["storescp", "+B", *fork, "-od", str(out), *(server_tls if tls else []), str(port)], port,
                                env=dict(os.environ, TCP_NODELAY="1"))
                cpu = server.cpu()
                wall = store(files, associations, port, "STORESCP", scu, work)
                time.sleep(1)  # a child that has ended is counted once its parent has waited for it
                rows.append({"server": "DCMTK storescp +B (no fsync)" + suffix, "associations": associations,
                             "files_per_second": len(files) / wall, "wall": wall, "server_cpu": server.cpu() - cpu,
                             "server_peak_mib": server.peak_mib() if associations == 1 else None})
                note(f"storescp{suffix}, {associations} association(s): {len(files) / wall:.0f} files/s")
                server.stop()
                shutil.rmtree(out)
            for associations in (1, 4):
                folder = work / f"orthanc-{number}-{tls}-{associations}"
                folder.mkdir()
                port, http = free_port(), free_port()
                settings = {"Name": "bench", "StorageDirectory": str(folder), "IndexDirectory": str(folder),
                            "DicomPort": port, "HttpPort": http, "DicomAlwaysAllowStore": True, "DicomCheckCalledAet": False,
                            "RemoteAccessAllowed": False, "Plugins": [], "SyncStorageArea": True,
                            "UnknownSopClassAccepted": True}
                if tls:
                    settings.update({"DicomTlsEnabled": True,
                                     "DicomTlsCertificate": str(keys / "data-centre-certificate.pem"),
                                     "DicomTlsPrivateKey": str(keys / "data-centre-key.pem"),
                                     "DicomTlsTrustedCertificates": str(keys / "authority.pem")})
                (work / "orthanc.json").write_text(json.dumps(settings))
                server = Server(["Orthanc", str(work / "orthanc.json")], port, env=dict(os.environ, TCP_NODELAY="1"))
                cpu = server.cpu()
                wall = store(files, associations, port, "ORTHANC", scu, work)
                rows.append({"server": "Orthanc (fsync)" + suffix, "associations": associations,
                             "files_per_second": len(files) / wall, "wall": wall, "server_cpu": server.cpu() - cpu,
                             "server_peak_mib": server.peak_mib()})
                note(f"Orthanc{suffix}, {associations} association(s): {len(files) / wall:.0f} files/s")
                server.stop()
                shutil.rmtree(folder)
        for associations in (1, 4):
            port, server = symbolon_server(work, keys, password, f"{number}-{associations}")
            cpu = server.cpu()
            wall = store(files, associations, port, "SYMBOLON", client, work)
            rows.append({"server": "Symbolon data centre TLS (hsync, FSYNC_WAL)", "associations": associations,
                         "files_per_second": len(files) / wall, "wall": wall, "server_cpu": server.cpu() - cpu,
                         "server_peak_mib": server.peak_mib()})
            note(f"Symbolon TLS, {associations} association(s): {len(files) / wall:.0f} files/s")
            server.stop()
            shutil.rmtree(work / f"mdc-{number}-{associations}")
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", type=pathlib.Path)
    parser.add_argument("--only", choices=["deidentify", "ingest"])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, help="folder for what is written, on the disk to measure; emptied at the end")
    arguments = parser.parse_args()
    os.umask(0o077)
    result = {"files": sum(1 for path in arguments.set.rglob("*") if path.is_file()),
              "bytes": sum(path.stat().st_size for path in arguments.set.rglob("*") if path.is_file())}
    with tempfile.TemporaryDirectory(dir=arguments.work) as folder:
        work = pathlib.Path(folder)
        rounds = 1 if arguments.only == "ingest" else arguments.rounds
        result["deidentify"], anonymous = deidentify(arguments.set, work, rounds)
        if arguments.only != "deidentify":
            result["ingest"] = ingest(anonymous, work, arguments.rounds)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
