/** What keeps drafts on a device and says so: a chunk of its own, for pages that ask for it. */
export { DeviceDrafts } from '../../drafts/device-drafts.js';
export { deviceSentences, deviceView, type DeviceParts } from '../form/device-view.js';
