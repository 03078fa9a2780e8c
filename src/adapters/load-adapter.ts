import type { Adapter, FormatName } from './adapter.js';

/** Each adapter is a chunk of its own, fetched for the first posting that needs it. */
const loaders: Readonly<Record<FormatName, () => Promise<Adapter>>> = {
  greenhouse: () => import('./greenhouse.js'),
  lever: () => import('./lever.js'),
  ashby: () => import('./ashby.js'),
  workable: () => import('./workable.js'),
  recruitee: () => import('./recruitee.js'),
  smartrecruiters: () => import('./smartrecruiters.js'),
  'schema-org': () => import('./schema-org.js'),
};

/** Names of all systems with an adapter. */
export const formatNames = Object.keys(loaders) as readonly FormatName[];

/** Rejects where the chunk cannot be fetched. */
export function loadAdapter(name: FormatName): Promise<Adapter> {
  return loaders[name]();
}
