import { cloudTerms } from '../../../localization/cloud-terms.js';
import { isWritten, judgeFile } from '../../../posting/kinds/file.js';
import type { RefusalCode } from '../../../localization/refusal-terms.js';
import { fetchFile } from '../../../transport/fetch-file.js';
import { displayName } from '../display-name.js';
import type { FileContext, Refusal } from '../file-desk.js';
import type { CloudDesk } from './cloud-desk.js';
import { cloudKeysOf, cloudNames, type Cloud, type CloudKeys } from './cloud-keys.js';
import { holdSubmit } from './hold-submit.js';
import type { Pick, PickedFile, PickRequest } from './picker.js';

type Picker = (keys: CloudKeys, request: PickRequest) => Promise<Pick>;

/** Each in a chunk of its own, as is the service's script that it puts on the page. */
const pickers: Readonly<Record<Cloud, Picker>> = {
  dropbox: async (keys, request) => (await import('./dropbox.js')).pickFromDropbox(keys.dropbox!.appKey, request),
  'google-drive': async (keys, request) =>
    (await import('./google-drive.js')).pickFromGoogleDrive(keys['google-drive']!, request),
};

/** Opens a service's picker, fetches what is picked there, and gives it to the field. Whatever fails is told at the field. */
export async function takeFromCloud(cloud: Cloud, buttonId: string, desk: CloudDesk): Promise<void> {
  const { form, field } = desk.context();
  const service = cloudNames[cloud];
  const terms = cloudTerms(form.translator);
  const isLeft = (): boolean => !desk.element.isConnected;
  desk.tell({ text: terms.opening(service), isError: false });
  const most = roomFor(desk.context());
  const pick = await pickers[cloud](cloudKeysOf(form.page), { field, most, lang: form.translator.locale }).catch(
    () => undefined, // blocked, offline, or not what it was: the applicant has other ways
  );
  if (isLeft()) return desk.show(undefined);
  if (pick?.status === 'picked') return fetchPicked(pick.files, { service, buttonId, desk, isLeft });
  if (pick?.status === 'closed') desk.show(undefined);
  else if (pick) desk.tell({ text: terms.ready(service), isError: false });
  else desk.tell({ text: terms.unavailable(service), isError: true });
  returnFocus(desk, buttonId);
}

interface Errand {
  readonly service: string;
  readonly buttonId: string;
  readonly desk: CloudDesk;
  /** Whether the element is gone from the page: nothing is fetched for nobody. */
  readonly isLeft: () => boolean;
}

/** What is known to be unfit is refused before a byte of it is fetched. */
async function fetchPicked(picked: readonly PickedFile[], { service, buttonId, desk, isLeft }: Errand): Promise<void> {
  const { form } = desk.context();
  const terms = cloudTerms(form.translator);
  const judged = judge(picked, desk.context());
  const wanted = judged.filter(({ code }) => code === undefined).map(({ file }) => file);
  const refused = judged.flatMap(({ file, code }) => (code === undefined ? [] : [refusal(file, code)]));
  if (wanted.length > 0) desk.tell({ text: terms.fetching(namesOf(wanted), service), isError: false });
  const release = holdSubmit(desk.element, () => form.announce(terms.sentAfter));
  const results = await Promise.all(wanted.map((file) => fetchOne(file, desk.context(), isLeft)));
  desk.show(undefined);
  if (isLeft()) return release(false);
  const files = results.flatMap((result) => (result.status === 'fetched' ? [result.file] : []));
  const tooLarge = wanted.filter((_, index) => results[index]?.status === 'too-large');
  const missing = wanted.filter((_, index) => results[index]?.status === 'failed');
  const allRefused = [...refused, ...tooLarge.map((file) => refusal(file, 'file-too-large'))];
  const focusOn = isFocusElsewhere(desk.element, buttonId) ? '' : buttonId;
  await desk.desk.take(files, allRefused, focusOn);
  if (missing.length > 0) desk.tell({ text: terms.notFetched(namesOf(missing), service), isError: true });
  if (missing.length > 0 && files.length === 0) returnFocus(desk, buttonId);
  release(files.length === picked.length);
}

interface Judged {
  readonly file: PickedFile;
  readonly code: RefusalCode | undefined;
}

function judge(picked: readonly PickedFile[], context: FileContext): Judged[] {
  const room = roomFor(context);
  let taken = 0;
  return picked.map((file) => {
    const code = judgeFile(toInfo(file), 0, context.field)[0]?.code as RefusalCode | undefined;
    if (code === undefined) taken += 1;
    return { file, code: code ?? (taken > room ? 'too-many-files' : undefined) };
  });
}

/** Without a size, it is judged by the rest; how much it is shows as it arrives. */
function toInfo({ name, type = '', size = 1 }: PickedFile): Refusal['file'] {
  return { name, type, size };
}

function refusal(file: PickedFile, code: RefusalCode): Refusal {
  return { file: toInfo(file), code };
}

function fetchOne({ url, name, type, headers }: PickedFile, { field }: FileContext, isGivenUp: () => boolean) {
  return fetchFile({ url, name, type, ...(headers ? { headers } : {}), maxBytes: field.maxBytes, isGivenUp });
}

/** One takes the place of one that is there. */
function roomFor({ field, latest }: FileContext): number {
  const answer = latest();
  return field.maxFiles === 1 ? 1 : Math.max(0, field.maxFiles - (isWritten(answer) ? 0 : answer.length));
}

function namesOf(files: readonly PickedFile[]): string[] {
  return files.map(({ name }) => displayName(name));
}

function returnFocus(desk: CloudDesk, buttonId: string): void {
  if (!isFocusElsewhere(desk.element, buttonId)) desk.context().focus(buttonId);
}

/** Whether somebody has gone on to something else while the service's window was open. */
function isFocusElsewhere(element: HTMLElement, buttonId: string): boolean {
  const root = element.getRootNode() as ShadowRoot;
  if (root.activeElement) return root.activeElement.id !== buttonId;
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !(activeElement instanceof HTMLIFrameElement);
}
