/** The stores of what a device keeps for the pages of one origin. Keys stand outside of the records. */
export type StoreName = 'drafts' | 'files';

const name = 'job-application';
const version = 1;
/** What is to be deleted first comes first. */
export const byExpiry = 'expiresAt';
/** Some browsers never answer (WebKit bug 226547): then nothing is kept. */
const openingLimitMs = 3_000;

/** @throws {DOMException} where the browser forbids it */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new DOMException('No answer.', 'TimeoutError')), openingLimitMs);
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('drafts').createIndex(byExpiry, byExpiry);
      request.result.createObjectStore('files');
    };
    request.onerror = () => reject(errorOf(request.error));
    request.onsuccess = () => {
      clearTimeout(late);
      resolve(request.result);
    };
  });
}

/** Settles as the transaction ends. Committed at once: a page that ends would else take it along. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(errorOf(transaction.error));
  });
}

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(errorOf(request.error));
  });
}

/** The keys of all files of one draft: `[key, id]`. */
export function filesOf(key: IDBValidKey): IDBKeyRange {
  return IDBKeyRange.bound([key], [key, []]);
}

/** Deletes what should not be there any more, of all postings of this origin. */
export function sweep(database: IDBDatabase, now: number): Promise<void> {
  const transaction = database.transaction(['drafts', 'files'] satisfies StoreName[], 'readwrite');
  const expired = transaction.objectStore('drafts').index(byExpiry).openCursor(IDBKeyRange.upperBound(now));
  expired.onsuccess = () => {
    const cursor = expired.result;
    if (!cursor) return;
    cursor.delete();
    transaction.objectStore('files').delete(filesOf(cursor.primaryKey));
    cursor.continue();
  };
  return committed(transaction);
}

function errorOf(error: DOMException | null): DOMException {
  return error ?? new DOMException('Given up by the browser.', 'AbortError');
}
