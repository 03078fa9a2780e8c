import { existsSync, type Dirent } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../demo/receiver/main.js', import.meta.url));

/** What the environment of the tests may have for a receiver of its own. */
const unset = Object.fromEntries(
  [
    'HOST',
    'DATABASE_URL',
    'DATABASE_AUTH_TOKEN',
    'ALLOWED_ORIGINS',
    'MAX_FILE_BYTES',
    'HEADERS_TIMEOUT_MS',
    'BODY_TIMEOUT_MS',
    'CAPTCHA',
    'CAPTCHA_SECRET',
  ].map((name) => [name, '']),
);

export interface ReceiverOptions {
  /** Kept when the receiver stops; without it, a folder that is made for it and removed. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** By file name, an object or the text of the file; without them, the postings of the demo. */
  readonly postings?: Readonly<Record<string, unknown>>;
}

export interface RunningReceiver {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly dataFolder: string;
  /** All that it has written so far, to either stream. */
  output(): string;
  /** Ends it with SIGKILL, in the middle of whatever it is doing. */
  kill(): Promise<void>;
  /** Ends it politely; the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the real receiver, as a process of its own, on a free port. */
export async function startReceiver({
  dataFolder,
  env = {},
  postings,
}: ReceiverOptions = {}): Promise<RunningReceiver> {
  const folder = dataFolder ?? (await temporaryFolder());
  const POSTINGS_DIR = postings ? await writePostings(join(folder, 'postings'), postings) : '';
  const child = runReceiver({ PORT: '0', DATA_DIR: folder, POSTINGS_DIR, ...env });
  const ended = once(child.process, 'close');
  const origin = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /Listening on (\S+)\/$/m.exec(child.output());
      if (found?.[1]) resolve(found[1]);
    };
    child.process.stdout.on('data', look);
    void ended.then(() => reject(new Error(`The receiver did not start:\n${child.output()}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.process.kill(signal);
    await ended;
    if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
    return child.process.exitCode;
  };
  return {
    origin,
    dataFolder: folder,
    output: child.output,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** Runs it where it isn't expected to start; what it writes and its exit code. */
export async function failToStart(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const child = runReceiver(env);
  await once(child.process, 'close');
  return { code: child.process.exitCode, output: child.output() };
}

/** Waits for something that only shows from outside: what is on the disk, what was written to the log. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`This never came to be: ${isSo.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'receiver-'));
}

/** Every file below `files/` and `incoming/`, relative to the data folder. */
export async function filesOnDisk(dataFolder: string): Promise<string[]> {
  const lists = ['files', 'incoming'].map(async (name) => {
    const entries = await listed(join(dataFolder, name));
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  });
  return (await Promise.all(lists)).flat().map((path) => path.slice(dataFolder.length + 1));
}

/** A folder that goes while it is being read is read again. */
async function listed(folder: string): Promise<Dirent[]> {
  for (;;) {
    try {
      return await readdir(folder, { recursive: true, withFileTypes: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !existsSync(folder)) throw error;
    }
  }
}

async function writePostings(folder: string, postings: Readonly<Record<string, unknown>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, posting] of Object.entries(postings)) {
    await writeFile(join(folder, `${name}.json`), typeof posting === 'string' ? posting : JSON.stringify(posting));
  }
  return folder;
}

function runReceiver(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...unset, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return { process: child, output: () => output };
}
