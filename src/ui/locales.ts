import type { Language } from '../cities/city.ts'

/** For dates and fields: days come first in both countries, and Swedish is Finland's. */
export const LOCALES = { en: 'en-GB', fi: 'fi-FI', et: 'et-EE', sv: 'sv-FI' } as const satisfies Record<Language, string>
