/** English texts of comparing districts; keys begin with `analysis.`. */
export const analysisEn = {
} as const satisfies Record<string, string>
