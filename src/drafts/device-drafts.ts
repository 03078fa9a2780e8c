import * as z from 'zod/mini';
import { committed, filesOf, openDatabase, resultOf, sweep } from './device-database.js';
import { putFilesBack, takeFilesOut } from './draft-files.js';
import { readDraft, refusalOf, type Draft, type DraftPlace, type Writing } from './draft.js';

const dayMs = 86_400_000;
const expiring = z.object({ expiresAt: z.number() });

/**
 * Keeps a draft with its files in IndexedDB, one for each posting and origin, until it expires: also when the tab is
 * closed and another one goes on with it.
 *
 * Two tabs write to one place. Each looks at who wrote last in the same transaction in which it writes, so that none can
 * come in between; a message from tab to tab could be missed by one that was frozen, or had crashed.
 */
export class DeviceDrafts implements DraftPlace {
  readonly files = 'keep';
  readonly #key: string;
  readonly #days: () => number;
  #database: Promise<IDBDatabase> | undefined;
  /** Who wrote what this page knows of, and when. */
  #known: Pick<Draft, 'writer' | 'savedAt'> | undefined;
  readonly #ids = new WeakMap<File, string>();
  /** Of files that are there. */
  #stored: ReadonlySet<string> = new Set();
  #isHeld = false;
  /** How many are at work in the database. */
  #uses = 0;

  /** @param days how long a draft is kept; asked each time */
  constructor(key: string, days: () => number) {
    this.#key = key;
    this.#days = days;
  }

  async read(): Promise<Draft | undefined> {
    try {
      const found = await this.#use((database) => {
        const reading = this.#readFrom(database);
        sweep(database, Date.now()).catch(() => undefined); // tried again with the next form
        return reading;
      });
      if (!found || !this.#isExpired(found)) return found?.draft;
      await this.remove();
    } catch {
      // Forbidden: there is no draft to be had, and the first one to be kept is refused.
    }
    return undefined;
  }

  async write(draft: Draft, isLast: boolean): Promise<Writing> {
    try {
      return await this.#use((database) => this.#writeTo(database, draft, isLast));
    } catch (error) {
      return { status: 'refused', reason: refusalOf(error) };
    }
  }

  async #writeTo(database: IDBDatabase, draft: Draft, isLast: boolean): Promise<Writing> {
    const transaction = database.transaction(['drafts', 'files'], 'readwrite');
    const end = committed(transaction);
    try {
      const isOverOther = !isLast && (await this.#isOthers(transaction));
      const stored = this.#put(draft, transaction);
      // Told to commit, WebKit says that a file is stored although it could not be, in private browsing.
      if ([...stored].every((id) => this.#stored.has(id))) transaction.commit();
      await end;
      this.#stored = stored;
      this.#known = draft;
      return { status: 'kept', isOverOther };
    } catch (error) {
      // What can't be copied, such as a file that is gone, is refused before the transaction has failed.
      end.catch(() => undefined);
      if (transaction.error === null) transaction.abort();
      throw error;
    }
  }

  async remove(): Promise<boolean> {
    try {
      await this.#use((database) => {
        const transaction = database.transaction(['drafts', 'files'], 'readwrite');
        this.#delete(transaction);
        return committed(transaction);
      });
      this.#known = undefined;
      return true;
    } catch {
      return false; // forbidden, perhaps since something was kept
    }
  }

  /** Opens the database beforehand: as the page is left there is no time for that. */
  hold(): void {
    this.#isHeld = true;
    this.#open().catch(() => undefined); // told when something is to be kept
  }

  /** Whoever still uses it, or comes to, opens it for that time alone: an open database keeps the form in memory. */
  close(): void {
    this.#isHeld = false;
    if (this.#uses === 0) this.#closeNow();
  }

  async #use<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    this.#uses += 1;
    try {
      return await work(await this.#open());
    } finally {
      this.#uses -= 1;
      if (!this.#isHeld && this.#uses === 0) this.#closeNow();
    }
  }

  #closeNow(): void {
    this.#database?.then((database) => database.close()).catch(() => undefined); // it was never open
    this.#database = undefined;
  }

  async #readFrom(database: IDBDatabase): Promise<{ draft: Draft; expiresAt: number } | undefined> {
    const transaction = database.transaction(['drafts', 'files']);
    const range = filesOf(this.#key);
    const [record, ids, values] = await Promise.all([
      resultOf<unknown>(transaction.objectStore('drafts').get(this.#key)),
      resultOf(transaction.objectStore('files').getAllKeys(range)),
      resultOf<unknown[]>(transaction.objectStore('files').getAll(range)),
    ]);
    const files = new Map<string, File>();
    ids.forEach((id, index) => {
      const [file, name] = [values[index], (id as readonly unknown[])[1]];
      if (!(file instanceof File) || typeof name !== 'string') return;
      files.set(name, file);
      this.#ids.set(file, name);
    });
    this.#stored = new Set(files.keys());
    const draft = readDraft(record);
    const until = expiring.safeParse(record);
    if (!draft || !until.success) return undefined;
    this.#known = draft;
    const answers = putFilesBack(draft.answers, (id) => files.get(id));
    return { draft: { ...draft, answers }, expiresAt: until.data.expiresAt };
  }

  /** By what was said when it was kept, and by what the page says now. */
  #isExpired({ draft, expiresAt }: { draft: Draft; expiresAt: number }): boolean {
    return Math.min(expiresAt, draft.savedAt + this.#days() * dayMs) <= Date.now();
  }

  /** Takes the place over where another page has written, or deleted, since this one last looked. */
  async #isOthers(transaction: IDBTransaction): Promise<boolean> {
    const record = readDraft(await resultOf<unknown>(transaction.objectStore('drafts').get(this.#key)));
    const known = this.#known;
    if (record?.writer === known?.writer && record?.savedAt === known?.savedAt) return false;
    this.#delete(transaction);
    return record !== undefined;
  }

  /** @returns the ids of the files that are there then */
  #put(draft: Draft, transaction: IDBTransaction): ReadonlySet<string> {
    const files = new Map<string, File>();
    const answers = takeFilesOut(draft.answers, (file) => this.#add(file, files));
    const stored = transaction.objectStore('files');
    for (const id of this.#stored) if (!files.has(id)) stored.delete([this.#key, id]);
    for (const [id, file] of files) if (!this.#stored.has(id)) stored.put(file, [this.#key, id]);
    const expiresAt = draft.savedAt + this.#days() * dayMs;
    transaction.objectStore('drafts').put({ ...draft, answers, expiresAt }, this.#key);
    return new Set(files.keys());
  }

  #delete(transaction: IDBTransaction): void {
    transaction.objectStore('drafts').delete(this.#key);
    transaction.objectStore('files').delete(filesOf(this.#key));
    this.#stored = new Set();
  }

  #add(file: File, files: Map<string, File>): string {
    const id = this.#ids.get(file) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
    this.#ids.set(file, id);
    files.set(id, file);
    return id;
  }

  /** Opened anew where a browser has closed it: the applicant deleted what sites keep, say. */
  #open(): Promise<IDBDatabase> {
    this.#database ??= openDatabase().then((database) => {
      const forget = (): void => void (this.#database = undefined);
      database.onclose = forget;
      database.onversionchange = () => {
        database.close();
        forget();
      };
      return database;
    });
    this.#database.catch(() => (this.#database = undefined)); // told by whoever awaits it
    return this.#database;
  }
}
