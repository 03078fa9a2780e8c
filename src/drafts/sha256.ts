/**
 * SHA-256 as in FIPS 180-4, for insecure hosts, where browsers have no `crypto.subtle`. Slower by far than theirs, and fast
 * enough for the words of one application.
 */
export function sha256(message: Uint8Array): Uint8Array {
  const { initial, round } = constants();
  const state = Uint32Array.from(initial);
  const padded = pad(message);
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.byteLength; block += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = padded.getUint32(block + i * 4);
    for (let i = 16; i < 64; i += 1) {
      const [before, last] = [at(words, i - 15), at(words, i - 2)];
      const low = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
      const high = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
      words[i] = at(words, i - 16) + low + at(words, i - 7) + high;
    }
    compress(state, words, round);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setUint32(i * 4, word));
  return new Uint8Array(digest.buffer);
}

function compress(state: Uint32Array, words: Uint32Array, round: readonly number[]): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + (round[i] ?? 0) + at(words, i)) >>> 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) >>> 0;
    [a, b, c, d, e, f, g, h] = [(first + second) >>> 0, a, b, c, (d + first) >>> 0, e, f, g];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
}

/** A single one, noughts, and the length in bits, to a whole number of blocks. */
function pad(message: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return view;
}

/** The first bits of the roots of primes: square roots of 8 to begin with, cube roots of 64 for the rounds. */
function constants(): { readonly initial: readonly number[]; readonly round: readonly number[] } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return { initial: primes.slice(0, 8).map((n) => fraction(n, 2n)), round: primes.map((n) => fraction(n, 3n)) };
}

/** The first 32 bits behind the point of a root, in whole numbers: no engine's roots are exact. */
function fraction(n: number, degree: bigint): number {
  const wanted = BigInt(n) << (32n * degree);
  let root = 0n;
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) if ((root + bit) ** degree <= wanted) root += bit;
  return Number(root & 0xffffffffn);
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
