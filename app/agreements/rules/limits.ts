/** The largest file that may be handed in, in bytes: the platform's limit of 15 MB. */
export const UPLOAD_LIMIT = 15 * 1024 * 1024;
