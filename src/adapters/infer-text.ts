/**
 * What a system that knows only "text" means by a question, told by its name or its words. Cautious: a wrong guess
 * refuses a right answer, so only what says plainly what it wants is taken for it, and dates and sums never are.
 */
export function inferTextType(name: string, label: string): 'text' | 'email' | 'tel' | 'url' {
  const words = label.trim().replace(/[\s:*?.]+$/, '');
  if (/^e?-?mail(?:_address)?$/i.test(name) || /^(?:your )?e-?mail(?: address)?$/i.test(words)) return 'email';
  if (/^(?:phone|telephone|mobile)(?:_?number)?$/i.test(name) || isPhone(words)) return 'tel';
  if (/^(?:linkedin|github|website|portfolio)(?:_(?:profile|url))?$/i.test(name) || isLink(words)) return 'url';
  return 'text';
}

/** Words of guidance and their limits, as far as they name a number of words: "200–400 words", "at most 250 words". */
export function inferWords(...texts: readonly (string | undefined)[]): { minWords?: number; maxWords?: number } {
  for (const text of texts) {
    if (text === undefined) continue;
    const range = /(\d{1,4})\s*(?:-|–|—|to|bis)\s*(\d{1,5})\s*(?:words|Wörter)/i.exec(text);
    if (range) {
      const [minWords, maxWords] = [Number(range[1]), Number(range[2])];
      return minWords < maxWords ? { minWords, maxWords } : {};
    }
    const most =
      /(?:at most|no more than|not more than|up to|max(?:imum)?(?: of)?\.?:?|limit(?:ed)?(?: it)? to|under|höchstens|maximal)\s*(\d{1,5})\s*(?:words|Wörter)/i.exec(
        text,
      ) ?? /(\d{1,5})\s*words?\s*(?:max(?:imum)?\b|or (?:less|fewer)|at most)/i.exec(text);
    if (most) return { maxWords: Number(most[1]) };
  }
  return {};
}

/** Whether a question speaks to those who answered "yes" to the one before it. */
export function followsYes(label: string): boolean {
  return /^\s*(?:if (?:yes|so)\b|if you (?:answered|selected|said|chose) ["“']?yes\b|wenn ja\b|falls ja\b)/i.test(
    label,
  );
}

function isPhone(words: string): boolean {
  return /^(?:your )?(?:(?:mobile|cell|contact|tele|home|work)[ -]?)?(?:phone|telephone)(?: number)?$/i.test(words);
}

const services = /\b(?:linkedin|github|gitlab|behance|dribbble|google scholar|stack ?overflow|orcid)\b/i;

/** A service, or a word for an address, in a label too short to say more, and without a way out such as "or". */
function isLink(words: string): boolean {
  if (words.length > 60 || /\b(?:or|and|if|handle|username|user name|n\/a|why|how many|connection)\b/i.test(words))
    return false;
  const isAddress = /\b(?:url|link)\b/i.test(words) && !/\b(?:urls|links)\b/i.test(words);
  const isService = services.test(words) && (/\bprofile\b/i.test(words) || /^\S+(?: \S+)?$/.test(words));
  return isAddress || isService || /^(?:(?:your|personal) )?(?:web ?site|home ?page|portfolio)$/i.test(words);
}
