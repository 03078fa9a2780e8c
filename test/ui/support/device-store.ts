/** What this origin has in the database of drafts, read past all code of ours. */
export interface Kept {
  readonly drafts: readonly unknown[];
  readonly files: readonly unknown[];
  /** All of it in one text, with the contents of files. */
  readonly text: string;
}

export async function keptOnDevice(): Promise<Kept> {
  const database = await open();
  const all = (store: string): Promise<unknown[]> =>
    settled(database.transaction(store).objectStore(store).getAll()) as Promise<unknown[]>;
  const [drafts, files] = await Promise.all([all('drafts'), all('files')]);
  database.close();
  const contents = await Promise.all(files.map((file) => (file as File).text()));
  const names = files.map((file) => (file as File).name);
  return { drafts, files, text: JSON.stringify([drafts, names, contents]) };
}

/** Changes what is kept, as another program or another time would. */
export async function changeOnDevice(change: (draft: Record<string, unknown>) => unknown): Promise<void> {
  const database = await open();
  const store = database.transaction('drafts', 'readwrite').objectStore('drafts');
  const keys = await settled(store.getAllKeys());
  for (const key of keys) store.put(change(await settled(store.get(key))), key);
  await new Promise((resolve) => (store.transaction.oncomplete = resolve));
  database.close();
}

/** WebKit keeps no files in private browsing, and every window that a driver opens is private. */
export async function canKeepFiles(): Promise<boolean> {
  const database = await open();
  const { transaction } = database.transaction('files', 'readwrite').objectStore('files');
  transaction.objectStore('files').put(new File(['a'], 'a.txt'), 'a');
  const isKept = await new Promise<boolean>((resolve) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  database.close();
  await clearDevice();
  return isKept;
}

/** Waits for elements that still have it open. */
export function clearDevice(): Promise<unknown> {
  return settled(indexedDB.deleteDatabase('job-application'));
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('job-application', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt');
    request.result.createObjectStore('files');
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('No database.'));
  });
}
