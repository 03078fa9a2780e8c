import type { Payload } from '../form/payload.js';

/**
 * Whether all answers are in what a system is sent, and tells the page's author what that system will not take as it is.
 * What was written of a place or a school is there for the receiver to look up; a file that is not in it would be lost.
 */
export function holdsAll({ unresolved }: Payload): boolean {
  const missing = unresolved.filter(({ needs }) => needs === 'upload');
  for (const { field, needs } of unresolved) console.error(`<job-application>: "${field}" ${sentences[needs]}`);
  return missing.length === 0;
}

const sentences = {
  coordinates:
    'is sent as it was written; this system wants the coordinates of a place, which the endpoint has to add.',
  id: 'is sent as it was written; this system wants an id of its own, which the endpoint has to look up.',
  upload:
    'is a file, and this system takes none in JSON, so nothing is sent. Set the attribute "enctype" to "multipart/form-data".',
} as const;
