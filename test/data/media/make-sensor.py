"""Adds a track of positions, as action cameras record them, to a small MP4: make-sensor.py IN OUT.

Samples stand in an `mdat` of their own behind the film; a third run of bytes belongs to no track.
"""
import struct, sys

def box(name, *parts):
    body = b''.join(parts)
    return struct.pack('>I4s', 8 + len(body), name) + body

def boxes(data):
    at = 0
    while at < len(data):
        length, name = struct.unpack('>I4s', data[at:at + 8])
        yield name, data[at:at + length]
        at += length

source = open(sys.argv[1], 'rb').read()
top = dict(boxes(source))
before = b''.join(whole for name, whole in boxes(source) if name != b'moov')
samples = [b'GPS5 47.0105 28.8638 planted position one', b'GPS5 47.0106 28.8639 planted position two']
orphan = b'planted orphan that no track points to'
first = len(before) + 8
media = box(b'mdat', samples[0], orphan, samples[1])

full = b'\0\0\0\0'
table = box(b'stbl',
  box(b'stsd', full, struct.pack('>I', 1), box(b'gpmd', bytes(6), struct.pack('>H', 1), bytes(4))),
  box(b'stts', full, struct.pack('>3I', 1, 2, 500)),
  box(b'stsc', full, struct.pack('>4I', 1, 1, 1, 1)),
  box(b'stsz', full, struct.pack('>4I', 0, 2, *map(len, samples))),
  box(b'stco', full, struct.pack('>3I', 2, first, first + len(samples[0]) + len(orphan))))
media_box = box(b'mdia',
  box(b'mdhd', full, struct.pack('>4IHH', 0, 0, 1000, 1000, 0x55c4, 0)),
  box(b'hdlr', full, bytes(4), b'meta', bytes(12), b'GoPro MET\0'),
  box(b'minf', box(b'nmhd', full), box(b'dinf', box(b'dref', full, struct.pack('>I', 1), box(b'url ', b'\0\0\0\1'))), table))
head = box(b'tkhd', b'\0\0\0\1', struct.pack('>5I', 0, 0, 3, 0, 1000), bytes(16), struct.pack('>9i', 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30), bytes(8))
moov = box(b'moov', top[b'moov'][8:], box(b'trak', head, media_box))
open(sys.argv[2], 'wb').write(before + media + moov)
