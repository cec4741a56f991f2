/** English texts of own data from files; keys begin with `imports.`. */
export const importsEn = {
} as const satisfies Record<string, string>
