/** What parsers have stumbled over, a character for each byte. */
const tokens = [
  ...'-- " \\ ; : = { } [ ] \0 \xff \xed\xa0\x80 %00 %22 null -0 1e999 [0] [9999999]'.split(' '),
  ...[
    '\r',
    '\n',
    '\r\n',
    '\r\n\r\n',
    '"\\ud800"',
    '"__proto__":{"a":1},',
    '"content":"AAAA"',
    '{"file":1,"sha256":"a"}',
  ],
  ...['filename="', "filename*=UTF-8''%", 'name="__proto__"', 'Content-Disposition: form-data; name="'],
  ...['Content-Type: multipart/mixed; boundary=b', 'Content-Transfer-Encoding: base64\r\n', 'x'.repeat(70_000)],
];

/** What a program may find where it expects a text, a list or a file. */
const oddities: unknown[] = [
  ...[null, true, 0, -1, 1e308, '', 'x', '\0', '\ud800', '__proto__', 'x'.repeat(2_000), [], {}, [[]], [null], [{}]],
  ...[{ given: true }, { text: 'x' }, { length: 3 }, { toString: 1 }, { then: 1 }, JSON.parse('{"__proto__":1}')],
  ...[[{ name: 'cv.pdf', size: -1 }], [{ name: '', type: 1, size: 1, content: 'AAAA' }]],
  { sha256: 'a', file: 1, name: 'cv.pdf', size: 1 },
];

/** Four hundred thousand bytes at most, with one to four damages: bytes turned, taken out, doubled, moved, or a token put in. */
export function damage(whole: Buffer, random: () => number): Buffer {
  let body: Buffer = Buffer.from(whole);
  const place = (): number => Math.floor(random() * (body.length + 1));
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const [from = 0, to = 0] = [place(), place()].sort((a, b) => a - b);
    const end = random() < 0.7 ? Math.min(to, from + 12) : to;
    const [before, between, after] = [body.subarray(0, from), body.subarray(from, end), body.subarray(end)];
    const token = Buffer.from(oneOf(tokens, random), 'latin1');
    const turned = Buffer.from(between.map((byte) => byte ^ Math.floor(random() * 256)));
    const pieces = [
      [before, turned, after],
      [before, after],
      [before, between, between, after],
      [after, before, between],
      [before, token, after],
      [before, token, between, after],
    ];
    body = Buffer.concat(oneOf(pieces, random));
  }
  return body.subarray(0, 400_000);
}

/** An application with one or two of its values, at any depth, replaced by what nobody asked for; as JSON. */
export function distort(application: unknown, random: () => number): Buffer {
  const copy: unknown = structuredClone(application);
  for (let count = 1 + Math.floor(random() * 2); count > 0; count -= 1) {
    let owner = copy as Record<string, unknown>;
    for (;;) {
      const key = oneOf(['x', ...Object.keys(owner)], random);
      const value = owner[key];
      if (typeof value !== 'object' || value === null || random() < 0.2) {
        owner[key] = structuredClone(oneOf(oddities, random));
        break;
      }
      owner = value as Record<string, unknown>;
    }
  }
  return Buffer.from(JSON.stringify(copy));
}

function oneOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}
