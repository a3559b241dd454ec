export const SERVER_FILE: string;
export const SERVER_FLAGS: string[];
