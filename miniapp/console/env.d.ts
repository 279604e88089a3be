/** The token file as the build read it: see vite.config.mts. */
declare const __YK_TOKENS__: Readonly<Record<string, string>>
