#!/bin/sh
# Makes the files beside it anew, with Debian's imagemagick, libheif-examples, ffmpeg and libimage-exiftool-perl. All that they
# tell is invented: see README.md.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
quiet='-hide_banner -loglevel error -y -fflags +bitexact'

plant() { # EXIF, XMP and IPTC of a phone's photo
  exiftool -q -overwrite_original -n \
    -EXIF:GPSLatitude=47.0105 -EXIF:GPSLatitudeRef=N -EXIF:GPSLongitude=28.8638 -EXIF:GPSLongitudeRef=E \
    -EXIF:GPSDateStamp=2026:05:01 -EXIF:DateTimeOriginal='2026:05:01 10:11:12' -EXIF:CreateDate='2026:05:01 10:11:12' \
    -EXIF:OffsetTimeOriginal=+03:00 -EXIF:Make=ExampleCo -EXIF:Model='ExampleCo Phone 3' -EXIF:SerialNumber=SN-4711-0815 \
    -EXIF:LensModel='ExampleCo lens 4.2mm' -EXIF:Artist='a border clerk' -EXIF:OwnerName='Clerk Planted' \
    -EXIF:Software='ExampleOS 17.4' -EXIF:ImageDescription='planted description' -EXIF:UserComment='planted comment' \
    -EXIF:MakerNoteUnknownText='planted maker note' -EXIF:ExposureTime=0.01 -EXIF:Orientation="$2" \
    -XMP:Creator='a border clerk' -XMP:City='Plantedville' -XMP:GPSLatitude=47.0105 -XMP:GPSLongitude=28.8638 \
    -XMP:CreatorTool='ExampleEditor 9' -XMP:DocumentID='planted-document-id' "$1"
}

# The colour profile of a screen: sRGB's numbers, a name, a date and a serial number.
python3 - "$work/screen.icc" <<'PY'
import struct, sys
def xyz(x, y, z): return b'XYZ \0\0\0\0' + struct.pack('>3i', *(round(v * 65536) for v in (x, y, z)))
name = b'Clerk Planted Screen'
desc = b'desc\0\0\0\0' + struct.pack('>I', len(name) + 1) + name + b'\0' + bytes(4 + 4 + 2 + 1 + 67)
tags = [(b'desc', desc), (b'cprt', b'text\0\0\0\0planted copyright\0'), (b'wtpt', xyz(.9642, 1, .8249)),
        (b'rXYZ', xyz(.4361, .2225, .0139)), (b'gXYZ', xyz(.3851, .7169, .0971)), (b'bXYZ', xyz(.1431, .0606, .7141))]
tags += [(c + b'TRC', b'curv\0\0\0\0' + struct.pack('>IH', 1, 0x0233) + b'\0\0') for c in (b'r', b'g', b'b')]
tags += [(b'mmod', b'mmod\0\0\0\0' + struct.pack('>4I', 1552, 0xae31, 0x5e41a1, 0) + b'planted serial\0\0')]
at = 128 + 4 + 12 * len(tags); table = b''; data = b''
for sig, body in tags:
    body += bytes(-len(body) % 4)
    table += sig + struct.pack('>II', at + len(data), len(body)); data += body
head = struct.pack('>I4sI4s4s4s6H4s4sI4s4s8sI3i4s', at + len(data), b'appl', 0x02100000, b'mntr', b'RGB ', b'XYZ ',
  2026, 5, 1, 10, 11, 12, b'acsp', b'APPL', 0, b'PLNT', b'SCRN', bytes(8), 0, 63190, 65536, 54061, b'PLNT').ljust(128, b'\0')
open(sys.argv[1], 'wb').write(head + struct.pack('>I', len(tags)) + table + data)
PY

convert -size 64x48 -seed 7 plasma:red-blue -quality 80 "$work/base.jpg"
convert "$work/base.jpg" -strip "$work/base.png"
convert -size 32x24 -seed 9 plasma:green-white -strip -quality 50 "$work/thumb.jpg"

# JPEG
cp "$work/base.jpg" photo.jpg
plant photo.jpg 6
exiftool -q -overwrite_original "-ThumbnailImage<=$work/thumb.jpg" "-ICC_Profile<=$work/screen.icc" -IPTC:By-line='a border clerk' \
  -IPTC:City=Plantedville -IPTC:Caption-Abstract='planted caption' -Comment='planted remark' photo.jpg
convert "$work/base.png" -interlace JPEG -quality 70 progressive.jpg
plant progressive.jpg 1
convert "$work/base.png" -colorspace CMYK -quality 70 cmyk.jpg
plant cmyk.jpg 3
ffmpeg $quiet -i "$work/base.png" -vf scale=64:48 -pix_fmt yuvj420p -threads 3 -slices 3 -thread_type slice restart.jpg
plant restart.jpg 8

# Films
ffmpeg $quiet -f lavfi -i testsrc=size=64x48:rate=10:duration=1 -f lavfi -i sine=duration=1 -c:v libx264 -crf 40 -pix_fmt yuv420p \
  -flags +bitexact -x264-params no-info=1 -bsf:v 'filter_units=remove_types=6' -c:a aac -b:a 16k -map_metadata -1 "$work/base.mp4"
film() { # in, out, further options
  in=$1 out=$2
  shift 2
  ffmpeg $quiet -i "$in" -c copy -metadata creation_time=2026-05-01T10:11:12Z -metadata title='planted title' \
    -metadata comment='planted comment' -metadata artist='a border clerk' -metadata location=+47.0105+028.8638/ \
    -metadata:s:v:0 handler_name='ExampleCo camera' -metadata:s:v:0 creation_time=2026-05-01T10:11:12Z \
    -metadata:s:a:0 creation_time=2026-05-01T10:11:12Z "$@" "$out"
}
film "$work/base.mp4" phone.mp4
film "$work/base.mp4" phone-faststart.mp4 -movflags +faststart
film "$work/base.mp4" fragmented.mp4 -movflags +frag_keyframe+empty_moov+default_base_moof
film "$work/base.mp4" phone.3gp -f 3gp
film "$work/base.mp4" voice.m4a -map 0:a
film "$work/base.mp4" timecode.mov -timecode 10:11:12:00 -metadata com.apple.quicktime.make=ExampleCo -movflags use_metadata_tags
cp phone.mp4 keys.mp4
exiftool -q -overwrite_original -Keys:GPSCoordinates='47.0105, 28.8638' -Keys:Make=ExampleCo -Keys:Model='ExampleCo Phone 3' \
  -Keys:CreationDate='2026:05:01 10:11:12+03:00' -UserData:GPSCoordinates='47.0105, 28.8638' -UserData:Author='a border clerk' \
  -XMP:Creator='a border clerk' -XMP:City=Plantedville keys.mp4
printf '1\n00:00:00,000 --> 00:00:00,500\nGPS(28.8638,47.0105,19)\n\n2\n00:00:00,500 --> 00:00:01,000\nplanted subtitle\n' >"$work/drone.srt"
ffmpeg $quiet -i "$work/base.mp4" -i "$work/drone.srt" -map 0 -map 1 -c copy -c:s mov_text subtitles.mp4
ffmpeg $quiet -i "$work/base.mp4" -i "$work/drone.srt" -map 0 -map 1 -c copy -c:s mov_text \
  -movflags +frag_keyframe+empty_moov+default_base_moof subtitles-fragmented.mp4
python3 make-sensor.py "$work/base.mp4" sensor.mp4

# A photo with a film behind it
cp photo.jpg motion.jpg
cat phone.mp4 >>motion.jpg

# PNG
convert "$work/base.png" -define png:include-chunk=all -set Comment 'planted comment' text.png
plant text.png 6
exiftool -q -overwrite_original -PNG:Author='a border clerk' -PNG:Title='planted title' "-ICC_Profile<=$work/screen.icc" \
  -PNG:ModifyDate='2026:05:01 10:11:12' text.png
exiftool -q -overwrite_original -z -api Compress=1 -PNG:Description='planted deflated description, long enough that it is worth deflating: planted, planted, planted, planted, planted' text.png
printf 'planted behind the end' >>text.png
ffmpeg $quiet -f lavfi -i testsrc=size=32x24:rate=5:duration=0.6 -plays 0 -f apng animated.png
plant animated.png 1

# WebP
ffmpeg $quiet -i "$work/base.png" -c:v libwebp -quality 60 photo.webp
plant photo.webp 6
exiftool -q -overwrite_original "-ICC_Profile<=$work/screen.icc" photo.webp
ffmpeg $quiet -f lavfi -i testsrc=size=32x24:rate=5:duration=0.6 -c:v libwebp_anim -lossless 0 -quality 40 -loop 0 animated.webp
plant animated.webp 1

# GIF
convert -delay 20 -loop 0 "$work/thumb.jpg" \( "$work/thumb.jpg" -negate \) -colors 16 -set comment 'planted comment' animated.gif
exiftool -q -overwrite_original -XMP:Creator='a border clerk' -XMP:City=Plantedville animated.gif

# HEIC and AVIF
convert "$work/base.png" "$work/up.jpg"
plant "$work/up.jpg" 1
heif-enc -q 40 -t 16 "$work/up.jpg" -o photo.heic
heif-enc -q 40 -t 16 -A "$work/up.jpg" -o photo.avif
convert "$work/base.png" -alpha set -channel A -evaluate set 50% "$work/alpha.png"
exiftool -q -overwrite_original -EXIF:Artist='a border clerk' "$work/alpha.png"
heif-enc -q 40 -A "$work/alpha.png" -o alpha.avif

# WAV
ffmpeg $quiet -f lavfi -i sine=duration=0.2:sample_rate=8000 -metadata artist='a border clerk' -metadata date=2026-05-01 \
  -metadata comment='planted comment' sound.wav
ls -l
