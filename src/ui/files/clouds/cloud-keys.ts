import type { FormContext } from '../../fields/field-view.js';
import type { JobApplication } from '../../job-application.js';

/** A service in which the applicant keeps files, as a posting calls it. */
export type Cloud = 'dropbox' | 'google-drive';

/** What the page is known by at each service. One without its keys is not offered. */
export interface CloudKeys {
  readonly dropbox?: { readonly appKey: string };
  readonly 'google-drive'?: { readonly apiKey: string; readonly clientId: string };
}

/** Their own names, the same in every language. */
export const cloudNames: Readonly<Record<Cloud, string>> = { dropbox: 'Dropbox', 'google-drive': 'Google Drive' };

const attributesFor: Readonly<Record<Cloud, string>> = {
  dropbox: '"dropbox-key"',
  'google-drive': '"google-key" and "google-client-id"',
};

const clouds = Object.keys(cloudNames) as Cloud[];

export function cloudKeysOf({ dropboxKey, googleKey, googleClientId }: JobApplication): CloudKeys {
  return {
    ...(dropboxKey ? { dropbox: { appKey: dropboxKey } } : {}),
    ...(googleKey && googleClientId ? { 'google-drive': { apiKey: googleKey, clientId: googleClientId } } : {}),
  };
}

/** Those that a field asks for and the page has keys for, in the field's order. */
export function cloudsOf({ sources }: { readonly sources: readonly string[] }, keys: CloudKeys): Cloud[] {
  return sources.filter((source): source is Cloud => clouds.some((each) => each === source && keys[each]));
}

/** Tells the page's author of services that a field asks for and that are not offered. */
export function warnOfMissingKeys(sources: readonly string[], { page, told }: FormContext): void {
  const keys = cloudKeysOf(page);
  for (const cloud of clouds) {
    if (keys[cloud] || !sources.includes(cloud) || told.has(cloud)) continue;
    told.add(cloud);
    console.warn(
      `<job-application>: "${cloud}" among the "sources" of a field is not offered without ${attributesFor[cloud]} on the element.`,
    );
  }
}
