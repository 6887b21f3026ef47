"""Whole processes measured from outside: wall and CPU seconds, peak memory. For the scripts of this folder."""
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SYMBOLON = str(ROOT / "symbolon")
TICKS = os.sysconf("SC_CLK_TCK")
DCMTK = dict(os.environ, TCP_NODELAY="1")
OURS = dict(os.environ, SYMBOLON_BUILD="never")
LIMIT_SECONDS = 900


def note(text):
    print(text, file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    # with what its ended children used: storescp forks one for each association
    return sum(int(field) for field in fields[11:15]) / TICKS


class Running:
    """One command and its children: wall and CPU seconds, peak memory."""

    def __init__(self, command, env=None, stdout=subprocess.DEVNULL):
        self.command = [str(part) for part in command]
        self.err = tempfile.TemporaryFile()
        self.begin = time.monotonic()
        self.process = subprocess.Popen(self.command, env=env, stdout=stdout, stderr=self.err)

    def end(self):
        deadline = self.begin + LIMIT_SECONDS
        while True:
            pid, status, usage = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError(f"{self.command[0]} took longer than {LIMIT_SECONDS} s")
            time.sleep(0.002)
        wall = time.monotonic() - self.begin
        self.process.returncode = os.waitstatus_to_exitcode(status)
        if self.process.returncode != 0:
            self.err.seek(0)
            raise RuntimeError(f"{' '.join(self.command[:4])} ended with {self.process.returncode}: "
                               + self.err.read()[-600:].decode(errors="replace"))
        return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak_mib": usage.ru_maxrss / 1024}


def run(command, env=None, stdout=subprocess.DEVNULL):
    return Running(command, env, stdout).end()


class Server:
    """A server, measured from outside through /proc."""

    def __init__(self, command, port, env=None):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([str(part) for part in command], env=env, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + 180
        while True:
            if self.process.poll() is not None:
                self.log.seek(0)
                raise RuntimeError(f"{command[0]} ended: {self.log.read()[-600:].decode(errors='replace')}")
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                if time.monotonic() > deadline:
                    self.stop()
                    raise RuntimeError(f"{command[0]} does not listen")
                time.sleep(0.05)
        time.sleep(0.3)

    def cpu(self):
        return cpu_of(self.process.pid)

    def peak_mib(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
