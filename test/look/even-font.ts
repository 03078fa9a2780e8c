const unitsPerEm = 1000;
const advance = 500;
const ascent = 900;
const descent = 250;

/**
 * A TrueType font in which every character is the same bar, half an em wide, but for the space, which is blank. Words set
 * in it have the same width on every machine, whatever fonts it has.
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/otff
 */
export function evenFont(): Buffer {
  const glyphs = [Buffer.alloc(0), Buffer.alloc(0), bar()];
  return fontOf({
    'OS/2': os2(),
    cmap: cmap(),
    glyf: Buffer.concat(glyphs),
    head: head(),
    hhea: hhea(glyphs.length),
    hmtx: bytes(...glyphs.flatMap(() => [u16(advance), i16(0)])),
    loca: bytes(...ends(glyphs).map(u32)),
    maxp: bytes(u32(0x0001_0000), u16(glyphs.length), u16(4), u16(1), ...zeros(2), u16(2), ...zeros(8)),
    name: names(),
    post: bytes(u32(0x0003_0000), u32(0), i16(-100), i16(50), u32(1), ...[0, 0, 0, 0].map(u32)),
  });
}

/** A rectangle from the base line up, as one contour of four points. */
function bar(): Buffer {
  const corners = [
    [50, 0],
    [0, 600],
    [400, 0],
    [0, -600],
  ] as const;
  return bytes(
    ...[1, 50, 0, 450, 600].map(i16),
    u16(corners.length - 1),
    u16(0),
    Buffer.alloc(corners.length, 1),
    ...corners.map(([x]) => i16(x)),
    ...corners.map(([, y]) => i16(y)),
    Buffer.alloc(2),
  );
}

/** Format 13: one glyph for many characters. */
function cmap(): Buffer {
  const groups = [
    [0x20, 0x20, 1],
    [0x21, 0x10ffff, 2],
  ];
  const table = bytes(
    u16(13),
    u16(0),
    u32(16 + groups.length * 12),
    u32(0),
    u32(groups.length),
    ...groups.flat().map(u32),
  );
  return bytes(u16(0), u16(1), u16(3), u16(10), u32(12), table);
}

function head(): Buffer {
  return bytes(
    ...[0x0001_0000, 0x0001_0000, 0, 0x5f0f_3cf5].map(u32),
    u16(0),
    u16(unitsPerEm),
    Buffer.alloc(16),
    ...[0, 0, advance, 600].map(i16),
    u16(0),
    u16(8),
    ...[2, 1, 0].map(i16),
  );
}

function hhea(glyphCount: number): Buffer {
  const metrics = [ascent, -descent, 0].map(i16);
  return bytes(u32(0x0001_0000), ...metrics, u16(advance), ...[0, 0, 450, 1].map(i16), ...zeros(7), u16(glyphCount));
}

function os2(): Buffer {
  return bytes(
    u16(4),
    i16(advance),
    ...[400, 5, 0].map(u16),
    ...zeros(10),
    i16(0),
    Buffer.alloc(10),
    Buffer.alloc(16, 0),
    Buffer.from('EVEN'),
    ...[0x40, 0x20, 0xffff].map(u16),
    ...[ascent, -descent, 0].map(i16),
    ...[ascent, descent].map(u16),
    u32(0),
    u32(0),
    i16(600),
    i16(600),
    ...[0, 0x20, 1].map(u16),
  );
}

function names(): Buffer {
  const words = ['Even', 'Regular', 'Even', 'Even', '1', 'Even'].map((word) => Buffer.from(word, 'utf16le').swap16());
  const starts = ends(words);
  const records = words.map((word, index) =>
    bytes(u16(3), u16(1), u16(0x409), u16(index + 1), u16(word.length), u16(starts[index]!)),
  );
  return bytes(u16(0), u16(words.length), u16(6 + words.length * 12), ...records, ...words);
}

function fontOf(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables).map(([tag, table]) => ({ tag, table, padded: padded(table) }));
  const power = Math.floor(Math.log2(entries.length));
  const range = 2 ** power * 16;
  const starts = ends(entries.map((entry) => entry.padded));
  const begin = 12 + entries.length * 16;
  const directory = entries.map(({ tag, table, padded: whole }, index) =>
    bytes(Buffer.from(tag.padEnd(4)), u32(checksum(whole)), u32(begin + starts[index]!), u32(table.length)),
  );
  const header = [entries.length, range, power, entries.length * 16 - range].map(u16);
  return bytes(u32(0x0001_0000), ...header, ...directory, ...entries.map((entry) => entry.padded));
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}

/** Where each begins, and where the last ends. */
function ends(parts: readonly Buffer[]): readonly number[] {
  return parts.reduce<number[]>((sums, part) => [...sums, sums.at(-1)! + part.length], [0]);
}

function bytes(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts);
}

function zeros(count: number): readonly Buffer[] {
  return Array.from({ length: count }, () => u16(0));
}

function u16(value: number): Buffer {
  const written = Buffer.alloc(2);
  written.writeUInt16BE(value);
  return written;
}

function i16(value: number): Buffer {
  const written = Buffer.alloc(2);
  written.writeInt16BE(value);
  return written;
}

function u32(value: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(value);
  return written;
}
