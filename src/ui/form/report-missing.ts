/** For the page's author, where a chunk does not arrive: the network is gone, say. It is asked for again. */
export function reportMissing(cause: unknown): undefined {
  console.error('<job-application>: a part of the script could not be loaded.', cause);
}
