const SECRET_SEGMENT = /\/[\w-]{43}(?=[/?]|$)/g;

/** A path as it may be written to the log: the secret of a mailed link (43 URL-safe characters) is left out. */
export const hideTokens = (path: string): string => path.replace(SECRET_SEGMENT, "/[redacted]");
