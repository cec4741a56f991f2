/** English texts of the methods page and the mapping cards; keys begin with `methods.`. */
export const methodsEn = {
} as const satisfies Record<string, string>
