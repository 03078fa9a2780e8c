const key = 'job-application:first-page';

/**
 * The first page of this visit, in this tab, that had an element: its address without what stands behind "#", and where
 * the link to it stood, empty where that is not known. Kept from the first call on, for the pages to come.
 */
export function firstPage(): readonly string[] {
  // Neither of the two can have a line break.
  let page = `${location.href.split('#')[0]}\n${document.referrer}`;
  try {
    page = sessionStorage.getItem(key) ?? page;
    sessionStorage.setItem(key, page);
  } catch {
    // Storage is refused or full: this page has to do.
  }
  return page.split('\n');
}
