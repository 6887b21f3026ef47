"""CT files for benchmarks: written here, or by a generator that is given."""
import struct
import subprocess

from measuring import note


def element(tag, vr, value):
    value = value if isinstance(value, bytes) else value.encode("latin-1")
    if len(value) % 2:
        value += b"\0" if vr in ("UI", "OB") else b" "
    head = struct.pack("<HH", tag >> 16, tag & 0xFFFF) + vr.encode()
    if vr in ("OB", "OW", "UN", "SQ"):
        return head + struct.pack("<HI", 0, len(value)) + value
    return head + struct.pack("<H", len(value)) + value


def part10(data_set, sop_class, sop_instance):
    meta = (element(0x00020001, "OB", b"\0\1") + element(0x00020002, "UI", sop_class) + element(0x00020003, "UI", sop_instance)
            + element(0x00020010, "UI", "1.2.840.10008.1.2.1") + element(0x00020012, "UI", "1.2.3.4"))
    return b"\0" * 128 + b"DICM" + element(0x00020000, "UL", struct.pack("<I", len(meta))) + meta + data_set


def ct(number, pixels, rows=512, columns=512, frames=None):
    sop_class, instance = "1.2.840.10008.5.1.4.1.1.2", f"1.2.826.0.1.3680043.10.1999.7.{number}"
    us = lambda value: struct.pack("<H", value)
    parts = [element(0x00080005, "CS", "ISO_IR 100"), element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"),
             element(0x00080016, "UI", sop_class), element(0x00080018, "UI", instance), element(0x00080020, "DA", "20260312"),
             element(0x00080030, "TM", "101533.12"), element(0x00080050, "SH", "A1"), element(0x00080060, "CS", "CT"),
             element(0x00080070, "LO", "ACME"), element(0x00080090, "PN", "Referrer^Rita"), element(0x00081030, "LO", "CT Thorax"),
             element(0x00100010, "PN", "Muster^Max"), element(0x00100020, "LO", "PID1"), element(0x00100030, "DA", "19610317"),
             element(0x00100040, "CS", "M"), element(0x00180050, "DS", "1.25"), element(0x00180060, "DS", "120"),
             element(0x0020000D, "UI", "1.2.826.0.1.3680043.10.1999.7"),
             element(0x0020000E, "UI", f"1.2.826.0.1.3680043.10.1999.8.{number // 250}"),
             element(0x00200013, "IS", str(number)), element(0x00200032, "DS", "-125.0\\-125.0\\42.5"),
             element(0x00280002, "US", us(1)), element(0x00280004, "CS", "MONOCHROME2")]
    if frames:
        parts.append(element(0x00280008, "IS", str(frames)))
    parts += [element(0x00280010, "US", us(rows)), element(0x00280011, "US", us(columns)), element(0x00280100, "US", us(16)),
              element(0x00280101, "US", us(12)), element(0x00280102, "US", us(11)), element(0x00280103, "US", us(0)),
              element(0x00281050, "DS", "40"), element(0x00281051, "DS", "400"), element(0x7FE00010, "OW", pixels)]
    return part10(b"".join(parts), sop_class, instance)


def write_set(folder, arguments):
    if arguments.set:
        return arguments.set
    if arguments.ct_generator:
        note("generating CT ...")
        subprocess.run(["/usr/bin/python3", str(arguments.ct_generator), str(folder), "1000"], check=True, stdout=subprocess.DEVNULL)
        return folder / "ct"
    target = folder / "ct"
    target.mkdir(parents=True)
    pixels = b"".join(struct.pack("<H", (i * 7 + (i >> 9) * 3) & 0xFFF) for i in range(512 * 512))
    for number in range(1000):
        (target / f"IM{number:05d}.dcm").write_bytes(ct(number, pixels))
    return target


def files_of(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())
