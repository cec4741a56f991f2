/** Letters that do not come apart into a base and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }

/** Estonian street signs and maps shorten these; people type either. */
const SHORTENED_WORDS: Readonly<Record<string, string>> = { mnt: 'maantee', pst: 'puiestee' }

/**
 * Text as search compares it: lower case, without marks (Å Ä Ö Õ Ü Š Ž become A A O O U S Z), words
 * parted by one space, everything else dropped; street types are written out (mnt is maantee).
 */
export function normaliseText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[øłđðßæœ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(?:mnt|pst)\b/g, (word) => SHORTENED_WORDS[word] ?? word)
    .trim()
}
